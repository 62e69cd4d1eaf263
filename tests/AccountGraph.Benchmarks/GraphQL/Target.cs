namespace AccountGraph.Benchmarks.GraphQL;

/// <summary>A place where the example user can be reached.</summary>
public sealed record Target(string Id, string ProviderType, string Identifier);
