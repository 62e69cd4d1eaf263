using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>One value in the definition of an enum type.</summary>
public sealed class EnumValueDefinitionNode(
    int start, ValueNode.String? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(start)
{
    public ValueNode.String? Description { get; } = description;

    public string Name => NameNode.Value;

    public NameNode NameNode { get; } = name;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
