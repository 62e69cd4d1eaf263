namespace AccountGraph.GraphQL.Schema;

/// <summary>An enum (<see href="https://spec.graphql.org/September2025/#sec-Enums">3.9</see>).</summary>
public sealed class EnumType(string name, string? description) : NamedType(name, description)
{
    public NameMap<EnumValue> Values { get; internal set; } = NameMap<EnumValue>.Empty;
}
