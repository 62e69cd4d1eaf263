using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema;

/// <summary>One value of an enum.</summary>
public sealed class EnumValue(string name, string? description, string? deprecationReason)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    /// <summary>Null when the value is not deprecated.</summary>
    public string? DeprecationReason { get; } = deprecationReason;

    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    public override string ToString() => Name;
}
