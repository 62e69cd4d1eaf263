using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>The places in a document that name a type.</summary>
internal static class MentionedTypes
{
    public static HashSet<string> Of(SchemaDocument document) =>
        Nodes(document).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every name of a type in the document's own definitions, where it is defined not included.</summary>
    public static IEnumerable<TypeNode.Named> Nodes(SchemaDocument document)
    {
        var types = document.OwnTypes.SelectMany(type => OfType(type));
        var directives = document.OwnDirectives.SelectMany(directive => directive.Arguments).Select(OfInput);
        var roots = document.SchemaParts.SelectMany(part => part.RootTypes).Select(root => root.Type);
        return types.Concat(directives).Concat(roots);
    }

    private static IEnumerable<TypeNode.Named> OfType(TypeSource type) =>
        type.Fields.SelectMany(field => field.Arguments.Select(OfInput).Append(Innermost(field.Type)))
            .Concat(type.InputFields.Select(OfInput))
            .Concat(type.Interfaces)
            .Concat(type.Members);

    private static TypeNode.Named OfInput(InputValueDefinitionNode value) => Innermost(value.Type);

    private static TypeNode.Named Innermost(TypeNode type) => type switch
    {
        TypeNode.List list => Innermost(list.ElementType),
        TypeNode.NonNull nonNull => Innermost(nonNull.NullableType),
        _ => (TypeNode.Named)type,
    };
}
