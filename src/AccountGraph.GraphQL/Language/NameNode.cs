namespace AccountGraph.GraphQL.Language;

/// <summary>A name that does not stand at the start of its node, so that errors can point at it.</summary>
public sealed class NameNode(int start, string value) : SyntaxNode(start)
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}
