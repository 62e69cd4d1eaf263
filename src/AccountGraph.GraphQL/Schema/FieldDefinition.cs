using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema;

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinition(string name, string? description, GraphQLType type, NameMap<InputValue> arguments)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public NameMap<InputValue> Arguments { get; } = arguments;

    /// <summary>Null when the field is not deprecated.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>The directives on the field's definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];
}
