using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>What stands between <c>{</c> and <c>}</c>; never empty.</summary>
public sealed class SelectionSetNode(int start, ImmutableArray<SelectionNode> selections) : SyntaxNode(start)
{
    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}
