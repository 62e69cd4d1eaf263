namespace AccountGraph.Accounts.Sessions;

/// <summary>The dates of a session as the contract writes them, made once per stored version.</summary>
internal sealed class SessionTexts(Session session)
{
    public string Expire { get; } = DateText.Of(session.Expire);

    public string ProviderAccessTokenExpiry { get; } = DateText.Of(session.ProviderAccessTokenExpiry);

    public string MfaUpdatedAt { get; } = DateText.Of(session.MfaUpdatedAt);

    public string CreatedAt { get; } = DateText.Of(session.CreatedAt);

    public string UpdatedAt { get; } = DateText.Of(session.UpdatedAt);
}
