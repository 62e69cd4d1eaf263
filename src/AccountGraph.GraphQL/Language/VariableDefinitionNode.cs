using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// A variable of an operation (<see href="https://spec.graphql.org/September2025/#VariableDefinition">2.10</see>).
/// </summary>
public sealed class VariableDefinitionNode(
    int start,
    ValueNode.String? description,
    ValueNode.Variable variable,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives) : SyntaxNode(start)
{
    public ValueNode.String? Description { get; } = description;

    /// <summary>Without the <c>$</c>.</summary>
    public string Name => Variable.Name;

    public ValueNode.Variable Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
