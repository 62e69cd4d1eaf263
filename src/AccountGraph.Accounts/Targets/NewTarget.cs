namespace AccountGraph.Accounts.Targets;

internal sealed record NewTarget(string ProviderType, string Identifier)
{
    public string? ProviderId { get; init; }

    public string? SessionId { get; init; }

    public string Name { get; init; } = "";
}
