using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tokens;

/// <summary>A token with its plain secret, which is known at this moment only.</summary>
public sealed record IssuedToken(Token Token, Secret Secret)
{
    /// <summary>The secret shows to API keys only.</summary>
    public TokenView ViewFor(CallContext call, string phrase = "") =>
        Token.View(call.IsApiKey ? Secret.Reveal() : "", phrase);
}
