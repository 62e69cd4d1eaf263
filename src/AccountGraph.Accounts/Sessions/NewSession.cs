using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

internal sealed record NewSession
{
    public required string Id { get; init; }

    public required string Provider { get; init; }

    public string? ProviderUid { get; init; }

    public string? ProviderAccessToken { get; init; }

    public string? ProviderRefreshToken { get; init; }

    public Instant? ProviderAccessTokenExpiry { get; init; }

    public required IReadOnlyList<string> Factors { get; init; }

    public required string UserAgent { get; init; }

    public required AgentFields Agent { get; init; }

    public required string Ip { get; init; }

    public required string CountryCode { get; init; }

    public required Instant Expire { get; init; }
}
