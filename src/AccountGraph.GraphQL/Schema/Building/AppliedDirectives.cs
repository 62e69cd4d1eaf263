using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// Directives on definitions are known, stand where they may, only as often as they may, and get the arguments they
/// need (<see href="https://spec.graphql.org/September2025/#sec-Type-System.Directives">3.13</see>, 5.4, 5.6.3, 5.7).
/// </summary>
internal static class AppliedDirectives
{
    public static void Check(SchemaDocument document, SchemaErrorList errors)
    {
        foreach (var place in DirectivePlace.In(document))
        {
            var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
            foreach (var directive in place.Directives)
            {
                if (document.FindDirective(directive.Name) is not { } definition)
                {
                    errors.Add("KnownDirectivesRule", SchemaErrors.UnknownDirective(directive.Name), directive);
                    continue;
                }

                CheckPlace(definition, directive, place, errors);
                if (!definition.IsRepeatable && !seen.TryAdd(directive.Name, directive))
                {
                    var message = SchemaErrors.DirectiveRepeated(directive.Name);
                    errors.Add("UniqueDirectivesPerLocationRule", message, seen[directive.Name], directive);
                }

                CheckArguments(definition, directive, errors);
            }
        }
    }

    private static void CheckPlace(
        TypeSystemNode.Directive definition, DirectiveNode directive, DirectivePlace place, SchemaErrorList errors)
    {
        if (definition.Locations.HasFlag(place.Location)) return;

        var location = DirectiveLocationNames.Of(place.Location).Single();
        errors.Add("KnownDirectivesRule", SchemaErrors.DirectiveMisplaced(directive.Name, location), directive);
    }

    private static void CheckArguments(
        TypeSystemNode.Directive definition, DirectiveNode directive, SchemaErrorList errors)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            if (!given.Add(argument.Name))
            {
                errors.Add("UniqueArgumentNamesRule", SchemaErrors.ArgumentGivenTwice(argument.Name), argument);
            }

            if (!definition.Arguments.Any(known => known.Name == argument.Name))
            {
                var message = SchemaErrors.UnknownArgument(directive.Name, argument.Name);
                errors.Add("KnownArgumentNamesOnDirectivesRule", message, argument);
            }
        }

        foreach (var argument in definition.Arguments)
        {
            if (argument is { Type: TypeNode.NonNull, DefaultValue: null } && !given.Contains(argument.Name))
            {
                var message = SchemaErrors.MissingArgument(directive.Name, argument.Name, argument.Type.ToString()!);
                errors.Add("ProvidedRequiredArgumentsOnDirectivesRule", message, directive);
            }
        }
    }
}
