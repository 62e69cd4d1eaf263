using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>The definition of an argument or of an input object's field.</summary>
public sealed class InputValueDefinitionNode(
    int start,
    ValueNode.String? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives) : SyntaxNode(start)
{
    public ValueNode.String? Description { get; } = description;

    public string Name => NameNode.Value;

    public NameNode NameNode { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
