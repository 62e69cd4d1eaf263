namespace AccountGraph.GraphQL.Language;

/// <summary>
/// A type as written in a document
/// (<see href="https://spec.graphql.org/September2025/#sec-Type-References">2.11</see>).
/// <see cref="object.ToString"/> gives it back in GraphQL's notation.
/// </summary>
public abstract class TypeNode(int start) : SyntaxNode(start)
{
    public sealed class Named(int start, string name) : TypeNode(start)
    {
        public string Name { get; } = name;

        public override string ToString() => Name;
    }

    public sealed class List(int start, TypeNode elementType) : TypeNode(start)
    {
        public TypeNode ElementType { get; } = elementType;

        public override string ToString() => $"[{ElementType}]";
    }

    public sealed class NonNull(int start, TypeNode nullableType) : TypeNode(start)
    {
        /// <summary>A named type or a list, never another non-null type.</summary>
        public TypeNode NullableType { get; } = nullableType;

        public override string ToString() => $"{NullableType}!";
    }
}
