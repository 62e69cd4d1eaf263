using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// A literal or a variable (<see href="https://spec.graphql.org/September2025/#sec-Input-Values">2.9</see>).
/// </summary>
public abstract class ValueNode(int start) : SyntaxNode(start)
{
    public sealed class Variable(int start, NameNode name) : ValueNode(start)
    {
        /// <summary>Without the <c>$</c>.</summary>
        public string Name => NameNode.Value;

        public NameNode NameNode { get; } = name;
    }

    public sealed class Int(int start, string text) : ValueNode(start)
    {
        /// <summary>As written: an optional sign and digits, of any length.</summary>
        public string Text { get; } = text;
    }

    public sealed class Float(int start, string text) : ValueNode(start)
    {
        /// <summary>As written.</summary>
        public string Text { get; } = text;
    }

    public sealed class String(int start, string value, bool isBlock) : ValueNode(start)
    {
        /// <summary>The meant text: escapes replaced, the common indentation of a block string removed.</summary>
        public string Value { get; } = value;

        public bool IsBlock { get; } = isBlock;
    }

    public sealed class Boolean(int start, bool value) : ValueNode(start)
    {
        public bool Value { get; } = value;
    }

    public sealed class Null(int start) : ValueNode(start);

    public sealed class Enum(int start, string name) : ValueNode(start)
    {
        public string Name { get; } = name;
    }

    public sealed class List(int start, ImmutableArray<ValueNode> items) : ValueNode(start)
    {
        public ImmutableArray<ValueNode> Items { get; } = items;
    }

    public sealed class Object(int start, ImmutableArray<ObjectFieldNode> fields) : ValueNode(start)
    {
        public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
    }
}
