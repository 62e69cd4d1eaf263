using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>A field in the definition of an object or interface type.</summary>
public sealed class FieldDefinitionNode(
    int start,
    ValueNode.String? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    TypeNode type,
    ImmutableArray<DirectiveNode> directives) : SyntaxNode(start)
{
    public ValueNode.String? Description { get; } = description;

    public string Name => NameNode.Value;

    public NameNode NameNode { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
