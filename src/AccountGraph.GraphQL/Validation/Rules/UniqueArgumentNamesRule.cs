using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness">5.4.2 Argument Uniqueness</see>.
/// An argument is given once.
/// </summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Arguments(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2) return;

        var seen = new Dictionary<string, ArgumentNode>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (!seen.TryAdd(argument.Name, argument))
            {
                Context.Report(this, ValidationErrors.ArgumentTwice(argument.Name), seen[argument.Name], argument);
            }
        }
    }
}
