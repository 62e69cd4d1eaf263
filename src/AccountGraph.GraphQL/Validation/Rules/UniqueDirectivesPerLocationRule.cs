using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">
/// 5.7.3 Directives Are Unique per Location</see>.
/// Only repeatable directives stand twice in one place.
/// </summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    public override void Directives(ImmutableArray<DirectiveNode> directives, DirectiveLocations location)
    {
        if (directives.Length < 2) return;

        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            if (Context.Schema.Directives[directive.Name] is not { IsRepeatable: false }) continue;

            if (!seen.TryAdd(directive.Name, directive))
            {
                var message = ValidationErrors.DirectiveRepeated(directive.Name);
                Context.Report(this, message, seen[directive.Name], directive);
            }
        }
    }
}
