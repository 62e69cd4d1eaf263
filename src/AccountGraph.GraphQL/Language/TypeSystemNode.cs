using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// A definition or extension of the type system
/// (<see href="https://spec.graphql.org/September2025/#TypeSystemDocument">3.1</see>).
/// </summary>
public abstract class TypeSystemNode(
    int start, ValueNode.String? description, bool isExtension, ImmutableArray<DirectiveNode> directives)
    : DefinitionNode(start, description, directives)
{
    /// <summary>Whether the definition begins with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;

    public sealed class Schema(
        int start,
        ValueNode.String? description,
        bool isExtension,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<RootTypeNode> rootTypes) : TypeSystemNode(start, description, isExtension, directives)
    {
        public ImmutableArray<RootTypeNode> RootTypes { get; } = rootTypes;
    }

    public sealed class Directive(
        int start,
        ValueNode.String? description,
        NameNode name,
        ImmutableArray<InputValueDefinitionNode> arguments,
        bool isRepeatable,
        DirectiveLocations locations) : TypeSystemNode(start, description, false, [])
    {
        /// <summary>Without the <c>@</c>.</summary>
        public string Name => NameNode.Value;

        public NameNode NameNode { get; } = name;

        public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

        public bool IsRepeatable { get; } = isRepeatable;

        public DirectiveLocations Locations { get; } = locations;
    }
}
