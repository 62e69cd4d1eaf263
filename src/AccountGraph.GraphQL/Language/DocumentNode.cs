using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// A whole document (<see href="https://spec.graphql.org/September2025/#Document">2.2 Document</see>).
/// </summary>
public sealed class DocumentNode(SourceText source, ImmutableArray<DefinitionNode> definitions) : SyntaxNode(0)
{
    public SourceText Source { get; } = source;

    /// <summary>At least one, in source order.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>Line and column of a byte offset of this document, such as <see cref="SyntaxNode.Start"/>.</summary>
    public SourceLocation Locate(int offset) => Source.Locate(offset);

    public SourceLocation Locate(SyntaxNode node) => Source.Locate(node.Start);
}
