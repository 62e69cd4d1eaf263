namespace AccountGraph.GraphQL.Schema;

/// <summary>An interface (<see href="https://spec.graphql.org/September2025/#sec-Interfaces">3.7</see>).</summary>
public sealed class InterfaceType(string name, string? description) : ComplexType(name, description);
