using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// A definition: executable here (<see cref="Operation"/>, <see cref="Fragment"/>), of the type system in
/// <see cref="TypeSystemNode"/>.
/// </summary>
public abstract class DefinitionNode(int start, ValueNode.String? description, ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(start)
{
    public ValueNode.String? Description { get; } = description;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>
    /// An operation (<see href="https://spec.graphql.org/September2025/#sec-Language.Operations">2.3</see>).
    /// </summary>
    public sealed class Operation(
        int start,
        ValueNode.String? description,
        OperationKind kind,
        NameNode? name,
        ImmutableArray<VariableDefinitionNode> variables,
        ImmutableArray<DirectiveNode> directives,
        SelectionSetNode selectionSet) : DefinitionNode(start, description, directives)
    {
        public OperationKind Kind { get; } = kind;

        /// <summary>Null for an anonymous operation.</summary>
        public string? Name => NameNode?.Value;

        public NameNode? NameNode { get; } = name;

        public ImmutableArray<VariableDefinitionNode> Variables { get; } = variables;

        public SelectionSetNode SelectionSet { get; } = selectionSet;
    }

    /// <summary>
    /// A fragment (<see href="https://spec.graphql.org/September2025/#sec-Language.Fragments">2.8</see>).
    /// </summary>
    public sealed class Fragment(
        int start,
        ValueNode.String? description,
        NameNode name,
        TypeNode.Named typeCondition,
        ImmutableArray<DirectiveNode> directives,
        SelectionSetNode selectionSet) : DefinitionNode(start, description, directives)
    {
        public string Name => NameNode.Value;

        public NameNode NameNode { get; } = name;

        public TypeNode.Named TypeCondition { get; } = typeCondition;

        public SelectionSetNode SelectionSet { get; } = selectionSet;
    }
}
