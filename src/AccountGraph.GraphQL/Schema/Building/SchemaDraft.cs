using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>The types of a document, built but not yet checked, and where each part is defined.</summary>
internal sealed class SchemaDraft(
    SchemaDocument document,
    NameMap<NamedType> types,
    NameMap<DirectiveDefinition> directives,
    IReadOnlyDictionary<object, SyntaxNode> nodes)
{
    public SchemaDocument Document { get; } = document;

    public NameMap<NamedType> Types { get; } = types;

    public NameMap<DirectiveDefinition> Directives { get; } = directives;

    /// <summary>The definition of a type, a member or a directive.</summary>
    public SyntaxNode? NodeOf(object part) => nodes.GetValueOrDefault(part);

    /// <summary>
    /// The root types, which need not be objects yet. Without a schema definition the types with the usual names are
    /// taken (3.3.1, "Default Root Operation Type Names").
    /// </summary>
    public NamedType? RootType(OperationKind kind)
    {
        var written = Document.SchemaParts.SelectMany(part => part.RootTypes).FirstOrDefault(root => root.Kind == kind);
        if (written is not null) return Types[written.Type.Name];

        return Document.HasSchemaDefinition ? null : Types[kind.ToString()];
    }

    public GraphQLSchema ToSchema()
    {
        var text = new NonNullType(Types["String"]!);
        var name = new InputValue("name", null, text, null);
        return new GraphQLSchema
        {
            Description = Document.SchemaParts.FirstOrDefault(part => !part.IsExtension)?.Description?.Value,
            QueryType = (ObjectType)RootType(OperationKind.Query)!,
            MutationType = (ObjectType?)RootType(OperationKind.Mutation),
            SubscriptionType = (ObjectType?)RootType(OperationKind.Subscription),
            Types = Types,
            Directives = Directives,
            AppliedDirectives = [.. Document.SchemaParts.SelectMany(part => part.Directives)],
            TypeNameField = new FieldDefinition("__typename", null, text, NameMap<InputValue>.Empty),
            SchemaField = new FieldDefinition(
                "__schema", null, new NonNullType(Types["__Schema"]!), NameMap<InputValue>.Empty),
            TypeField = new FieldDefinition(
                "__type", null, Types["__Type"]!, new NameMap<InputValue>([name], value => value.Name)),
        };
    }
}
