namespace AccountGraph.GraphQL.Schema;

/// <summary>A scalar (<see href="https://spec.graphql.org/September2025/#sec-Scalars">3.5</see>).</summary>
public sealed class ScalarType(string name, string? description, ScalarKind kind) : NamedType(name, description)
{
    public ScalarKind Kind { get; } = kind;

    /// <summary>The argument of <c>@specifiedBy</c>, if there is one.</summary>
    public string? SpecifiedByUrl { get; internal set; }
}
