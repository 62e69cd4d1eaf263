using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined">5.7.1 Directives Are Defined</see>.
/// Every directive exists and may stand where it does (5.7.2 Directives Are in Valid Locations).
/// </summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Directive(
        DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocations location)
    {
        if (definition is null)
        {
            Context.Report(this, ValidationErrors.UnknownDirective(directive.Name), directive);
        }
        else if (!definition.Locations.HasFlag(location))
        {
            var place = DirectiveLocationNames.Of(location).Single();
            Context.Report(this, ValidationErrors.DirectiveMisplaced(directive.Name, place), directive);
        }
    }
}
