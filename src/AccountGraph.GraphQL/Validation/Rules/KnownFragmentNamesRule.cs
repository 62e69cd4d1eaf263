using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined">
/// 5.5.2.1 Fragment Spread Target Defined</see>.
/// The fragment of every spread exists.
/// </summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Spread(SelectionNode.FragmentSpread spread, CompositeType? parent)
    {
        if (Context.FindFragment(spread.Name) is null)
        {
            Context.Report(this, ValidationErrors.UnknownFragment(spread.Name), spread.NameNode);
        }
    }
}
