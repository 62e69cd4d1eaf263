namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// A union (<see href="https://spec.graphql.org/September2025/#sec-Unions">3.8</see>); its members are its
/// <see cref="CompositeType.PossibleTypes"/>.
/// </summary>
public sealed class UnionType(string name, string? description) : CompositeType(name, description);
