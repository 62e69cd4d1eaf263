namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Names the object type of a value of an interface or union
/// (<see href="https://spec.graphql.org/September2025/#ResolveAbstractType()">6.4.3</see>); null when it has none.
/// </summary>
public delegate string? TypeResolver(object value);
