namespace AccountGraph.Accounts.Tokens;

/// <param name="Secret">Plain, for API keys when the token is made; empty for everybody else.</param>
/// <param name="Phrase">The security phrase when one was asked for.</param>
public sealed record TokenView(
    string Id, string CreatedAt, string UserId, string Secret, string Expire, string Phrase)
{
    public override string ToString() => Id;
}
