namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>Answers in the shape that a provider documents, written by us, and what must be read out of them. The
/// names stand for anybody.</summary>
public sealed record ProviderSample(string Key, string User)
{
    public string Second { get; init; } = "{}";

    public string Secret { get; init; } = "app-secret";

    /// <summary>Members of the token reply, beside the usual ones.</summary>
    public string TokenReply { get; init; } = "{}";

    public string Id { get; init; } = "4711";

    public string Name { get; init; } = "Ada Lovelace";

    /// <summary>False where the provider does not vouch for the address.</summary>
    public bool IsVerified { get; init; } = true;

    public string Email => $"ada@{Key.ToLowerInvariant()}.example";
}
