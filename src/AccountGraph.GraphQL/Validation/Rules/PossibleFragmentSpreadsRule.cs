using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible">
/// 5.5.2.3 Fragment Spread Is Possible</see>.
/// Some value can be of both the fragment's type and the surrounding one.
/// </summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    public override void Spread(SelectionNode.FragmentSpread spread, CompositeType? parent)
    {
        if (Context.FindFragment(spread.Name) is { } fragment) Check(spread, fragment.TypeCondition, parent);
    }

    public override void InlineFragment(SelectionNode.InlineFragment fragment, CompositeType? parent)
    {
        if (fragment.TypeCondition is { } condition) Check(fragment, condition, parent);
    }

    private void Check(SelectionNode node, TypeNode.Named condition, CompositeType? parent)
    {
        if (parent is null || Context.Schema.Types[condition.Name] is not CompositeType type) return;

        if (!type.Overlaps(parent)) Context.Report(this, ValidationErrors.ImpossibleSpread(parent, type), node);
    }
}
