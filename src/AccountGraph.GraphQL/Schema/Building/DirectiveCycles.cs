using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// No directive leads back to itself through the directives on its arguments or the types of these
/// (<see href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation">3.13</see>).
/// </summary>
internal static class DirectiveCycles
{
    public static void Check(SchemaDocument document, SchemaErrorList errors)
    {
        foreach (var directive in document.OwnDirectives)
        {
            if (Reaches(document, directive.Name))
            {
                errors.Add("DirectiveCyclesRule", SchemaErrors.DirectiveCycle(directive.Name), directive.NameNode);
            }
        }
    }

    /// <summary>Walks on from the directive; names of directives begin with <c>@</c>, other names are types.</summary>
    private static bool Reaches(SchemaDocument document, string directiveName)
    {
        var target = $"@{directiveName}";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Next(document, target));
        while (open.TryPop(out var name))
        {
            if (name == target) return true;
            if (!seen.Add(name)) continue;

            foreach (var next in Next(document, name)) open.Push(next);
        }

        return false;
    }

    private static IEnumerable<string> Next(SchemaDocument document, string name)
    {
        if (name.StartsWith('@'))
        {
            var arguments = document.FindDirective(name[1..])?.Arguments ?? [];
            return arguments.SelectMany(argument => argument.Directives).Select(directive => $"@{directive.Name}")
                .Concat(arguments.Select(argument => MentionedTypes.Innermost(argument.Type).Name));
        }

        return document.FindType(name) is { } type
            ? DirectivePlace.In(type).SelectMany(place => place.Directives).Select(directive => $"@{directive.Name}")
                .Concat(type.InputFields.Select(field => MentionedTypes.Innermost(field.Type).Name))
            : [];
    }
}
