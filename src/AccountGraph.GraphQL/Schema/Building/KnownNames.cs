using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// Every type that the document refers to is defined, and no own name looks like introspection (3.1, 4.1).
/// </summary>
internal static class KnownNames
{
    public static void Check(SchemaDocument document, SchemaErrorList errors)
    {
        foreach (var node in MentionedTypes.Nodes(document))
        {
            if (document.FindType(node.Name) is null)
            {
                errors.Add("KnownTypeNamesRule", SchemaErrors.UnknownType(node.Name), node);
            }
        }

        foreach (var name in document.OwnTypes.SelectMany(MemberNames).Concat(DirectiveNames(document)))
        {
            if (name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                errors.Add("ReservedNamesRule", SchemaErrors.ReservedName(name.Value), name);
            }
        }
    }

    private static IEnumerable<NameNode> MemberNames(TypeSource type) =>
        type.Fields.SelectMany(field => field.Arguments.Select(argument => argument.NameNode).Prepend(field.NameNode))
            .Concat(type.InputFields.Select(field => field.NameNode))
            .Concat(type.Values.Select(value => value.NameNode))
            .Prepend(type.Definition.NameNode);

    private static IEnumerable<NameNode> DirectiveNames(SchemaDocument document) =>
        document.OwnDirectives.SelectMany(directive =>
            directive.Arguments.Select(argument => argument.NameNode).Prepend(directive.NameNode));
}
