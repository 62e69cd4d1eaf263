namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>What a provider was asked.</summary>
public sealed record ProviderRequest(
    string Line,
    string Authorization,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Fields);
