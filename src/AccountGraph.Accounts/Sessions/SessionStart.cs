using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>By which way a session opens.</summary>
public sealed record SessionStart(string Provider, params IReadOnlyList<string> Factors)
{
    public string? ProviderUid { get; init; }

    /// <summary>Sealed, as the next one.</summary>
    public string? ProviderAccessToken { get; init; }

    public string? ProviderRefreshToken { get; init; }

    public Instant? ProviderAccessTokenExpiry { get; init; }
}
