namespace AccountGraph.GraphQL.Language;

/// <summary>A part of a parsed document. Nodes are compared by identity and never change.</summary>
public abstract class SyntaxNode(int start)
{
    /// <summary>Byte offset of the node's first token in <see cref="DocumentNode.Source"/>.</summary>
    public int Start { get; } = start;
}
