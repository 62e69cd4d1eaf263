namespace AccountGraph.GraphQL.Schema;

/// <summary>An object type (<see href="https://spec.graphql.org/September2025/#sec-Objects">3.6</see>).</summary>
public sealed class ObjectType(string name, string? description) : ComplexType(name, description);
