using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>One selection (<see href="https://spec.graphql.org/September2025/#sec-Selection-Sets">2.4</see>).</summary>
public abstract class SelectionNode(int start, ImmutableArray<DirectiveNode> directives) : SyntaxNode(start)
{
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    public sealed class Field(
        int start,
        string? alias,
        string name,
        ImmutableArray<ArgumentNode> arguments,
        ImmutableArray<DirectiveNode> directives,
        SelectionSetNode? selectionSet) : SelectionNode(start, directives)
    {
        public string? Alias { get; } = alias;

        public string Name { get; } = name;

        /// <summary>The key of the field in the response: the alias if there is one, else the name.</summary>
        public string ResponseName => Alias ?? Name;

        public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

        /// <summary>Null when the field is written without braces.</summary>
        public SelectionSetNode? SelectionSet { get; } = selectionSet;
    }

    public sealed class FragmentSpread(int start, NameNode name, ImmutableArray<DirectiveNode> directives)
        : SelectionNode(start, directives)
    {
        public string Name => NameNode.Value;

        public NameNode NameNode { get; } = name;
    }

    public sealed class InlineFragment(
        int start,
        TypeNode.Named? typeCondition,
        ImmutableArray<DirectiveNode> directives,
        SelectionSetNode selectionSet) : SelectionNode(start, directives)
    {
        /// <summary>Null when the fragment applies to the surrounding type.</summary>
        public TypeNode.Named? TypeCondition { get; } = typeCondition;

        public SelectionSetNode SelectionSet { get; } = selectionSet;
    }
}
