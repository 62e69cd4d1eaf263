namespace AccountGraph.GraphQL.Language;

/// <summary>One line of a schema definition, such as <c>query: Query</c>.</summary>
public sealed class RootTypeNode(int start, OperationKind kind, TypeNode.Named type) : SyntaxNode(start)
{
    public OperationKind Kind { get; } = kind;

    public TypeNode.Named Type { get; } = type;
}
