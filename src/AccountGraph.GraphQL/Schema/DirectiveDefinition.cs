using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// A directive a document may apply
/// (<see href="https://spec.graphql.org/September2025/#sec-Type-System.Directives">3.13</see>).
/// </summary>
public sealed class DirectiveDefinition(
    string name, string? description, DirectiveLocations locations, bool isRepeatable)
{
    /// <summary>Without the <c>@</c>.</summary>
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public DirectiveLocations Locations { get; } = locations;

    public bool IsRepeatable { get; } = isRepeatable;

    public NameMap<InputValue> Arguments { get; internal set; } = NameMap<InputValue>.Empty;
}
