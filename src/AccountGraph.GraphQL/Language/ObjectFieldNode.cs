namespace AccountGraph.GraphQL.Language;

/// <summary>A field of an input object literal.</summary>
public sealed class ObjectFieldNode(int start, string name, ValueNode value) : SyntaxNode(start)
{
    public string Name { get; } = name;

    public ValueNode Value { get; } = value;
}
