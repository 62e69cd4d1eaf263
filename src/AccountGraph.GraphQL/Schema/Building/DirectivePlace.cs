using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>One place in a type system document where directives may stand, with those that do.</summary>
internal sealed record DirectivePlace(DirectiveLocations Location, IEnumerable<DirectiveNode> Directives)
{
    /// <summary>All places; a definition and its extensions are one.</summary>
    public static IEnumerable<DirectivePlace> In(SchemaDocument document)
    {
        var schema = new DirectivePlace(
            DirectiveLocations.Schema, document.SchemaParts.SelectMany(part => part.Directives));
        return document.OwnTypes.SelectMany(In)
            .Concat(document.OwnDirectives.SelectMany(directive => directive.Arguments).Select(Argument))
            .Prepend(schema);
    }

    /// <summary>Those of a type and of its members.</summary>
    private static IEnumerable<DirectivePlace> In(TypeSource type)
    {
        var fields = type.Fields.SelectMany(field => field.Arguments.Select(Argument).Prepend(
            new DirectivePlace(DirectiveLocations.FieldDefinition, field.Directives)));
        var values = type.Values.Select(value => new DirectivePlace(DirectiveLocations.EnumValue, value.Directives));
        var inputs = type.InputFields.Select(field =>
            new DirectivePlace(DirectiveLocations.InputFieldDefinition, field.Directives));
        return fields.Concat(values).Concat(inputs).Prepend(new DirectivePlace(LocationOf(type), type.Directives));
    }

    private static DirectivePlace Argument(InputValueDefinitionNode argument) =>
        new(DirectiveLocations.ArgumentDefinition, argument.Directives);

    private static DirectiveLocations LocationOf(TypeSource type) => type.Definition switch
    {
        TypeDefinitionNode.Scalar => DirectiveLocations.Scalar,
        TypeDefinitionNode.Object => DirectiveLocations.Object,
        TypeDefinitionNode.Interface => DirectiveLocations.Interface,
        TypeDefinitionNode.Union => DirectiveLocations.Union,
        TypeDefinitionNode.Enum => DirectiveLocations.Enum,
        _ => DirectiveLocations.InputObject,
    };
}
