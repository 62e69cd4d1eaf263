using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// A complete, valid type system (<see href="https://spec.graphql.org/September2025/#sec-Schema">3.3 Schema</see>),
/// immutable once built and safe for concurrent use.
/// </summary>
public sealed class GraphQLSchema
{
    internal GraphQLSchema()
    {
    }

    public string? Description { get; internal init; }

    public required ObjectType QueryType { get; init; }

    public ObjectType? MutationType { get; internal init; }

    public ObjectType? SubscriptionType { get; internal init; }

    /// <summary>
    /// Every type: those of the document in source order, then the built-in scalars in use and the types of
    /// introspection (<c>__Schema</c>, <c>__Type</c>, ...).
    /// </summary>
    public required NameMap<NamedType> Types { get; init; }

    /// <summary>Those of the document and the built-in ones, by name without <c>@</c>.</summary>
    public required NameMap<DirectiveDefinition> Directives { get; init; }

    /// <summary>The directives on the schema definition and its extensions.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; internal init; } = [];

    /// <summary><c>__typename: String!</c>, a field of every object, interface and union.</summary>
    public required FieldDefinition TypeNameField { get; init; }

    /// <summary><c>__schema: __Schema!</c>, a field of the query type only.</summary>
    public required FieldDefinition SchemaField { get; init; }

    /// <summary><c>__type(name: String!): __Type</c>, a field of the query type only.</summary>
    public required FieldDefinition TypeField { get; init; }

    /// <summary>The root type of a kind of operation, or null when the schema does not support it.</summary>
    public ObjectType? RootType(OperationKind kind) => kind switch
    {
        OperationKind.Query => QueryType,
        OperationKind.Mutation => MutationType,
        OperationKind.Subscription => SubscriptionType,
    };

    /// <summary>The field that a selection on a type means, meta fields included, or null.</summary>
    public FieldDefinition? FindField(CompositeType parent, string name)
    {
        if (parent is ComplexType complex && complex.Fields.TryGet(name, out var field)) return field;

        return name switch
        {
            "__typename" => TypeNameField,
            "__schema" when parent == QueryType => SchemaField,
            "__type" when parent == QueryType => TypeField,
            _ => null,
        };
    }
}
