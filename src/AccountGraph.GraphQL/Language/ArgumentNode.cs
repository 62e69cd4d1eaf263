namespace AccountGraph.GraphQL.Language;

/// <summary>An argument of a field or a directive.</summary>
public sealed class ArgumentNode(int start, string name, ValueNode value) : SyntaxNode(start)
{
    public string Name { get; } = name;

    public ValueNode Value { get; } = value;
}
