namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// An input object (<see href="https://spec.graphql.org/September2025/#sec-Input-Objects">3.10</see>).
/// </summary>
public sealed class InputObjectType(string name, string? description) : NamedType(name, description)
{
    public NameMap<InputValue> Fields { get; internal set; } = NameMap<InputValue>.Empty;

    /// <summary>Whether exactly one field must be given, and not null (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal set; }
}
