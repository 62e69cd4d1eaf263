using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Required-Arguments">5.4.3 Required Arguments</see>.
/// Arguments that are non-null without a default are given.
/// </summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    public override void Field(SelectionNode.Field field, FieldDefinition? definition, CompositeType? parent)
    {
        if (definition is null) return;

        foreach (var argument in definition.Arguments.Items)
        {
            if (!argument.IsRequired || IsGiven(argument, field.Arguments)) continue;

            Context.Report(this, ValidationErrors.MissingFieldArgument(field.Name, argument), field);
        }
    }

    public override void Directive(
        DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocations location)
    {
        if (definition is null) return;

        foreach (var argument in definition.Arguments.Items)
        {
            if (!argument.IsRequired || IsGiven(argument, directive.Arguments)) continue;

            Context.Report(this, ValidationErrors.MissingDirectiveArgument(directive.Name, argument), directive);
        }
    }

    private static bool IsGiven(InputValue argument, ImmutableArray<ArgumentNode> given)
    {
        foreach (var candidate in given)
        {
            if (candidate.Name == argument.Name) return true;
        }

        return false;
    }
}
