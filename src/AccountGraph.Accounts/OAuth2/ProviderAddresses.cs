namespace AccountGraph.Accounts.OAuth2;

/// <summary>Where one provider answers right now. Empty texts are unknown; with an issuer its id tokens are read.
/// </summary>
public sealed record ProviderAddresses(string Authorization, string Token, string UserInfo)
{
    public required string Refresh { get; init; }

    public string Issuer { get; init; } = "";

    public string Keys { get; init; } = "";
}
