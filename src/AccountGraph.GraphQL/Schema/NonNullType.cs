namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// A type without null (<see href="https://spec.graphql.org/September2025/#sec-Non-Null">3.12</see>).
/// </summary>
public sealed class NonNullType(GraphQLType nullableType) : GraphQLType
{
    public override GraphQLType Nullable { get; } = nullableType;

    public override NamedType Named => Nullable.Named;

    public override string ToString() => $"{Nullable}!";
}
