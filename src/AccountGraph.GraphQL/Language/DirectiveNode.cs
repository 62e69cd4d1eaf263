using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>A directive where it is applied; <see cref="SyntaxNode.Start"/> is its <c>@</c>.</summary>
public sealed class DirectiveNode(int start, string name, ImmutableArray<ArgumentNode> arguments) : SyntaxNode(start)
{
    /// <summary>Without the <c>@</c>.</summary>
    public string Name { get; } = name;

    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
