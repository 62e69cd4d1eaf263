namespace AccountGraph.GraphQL.Schema;

/// <summary>A list (<see href="https://spec.graphql.org/September2025/#sec-List">3.11</see>).</summary>
public sealed class ListType(GraphQLType elementType) : GraphQLType
{
    public GraphQLType ElementType { get; } = elementType;

    public override NamedType Named => ElementType.Named;

    public override string ToString() => $"[{ElementType}]";
}
