using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used">5.5.1.4 Fragments Must Be Used</see>.
/// Some operation reaches each fragment.
/// </summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context)
{
    public override void End()
    {
        var used = new HashSet<DefinitionNode.Fragment>();
        foreach (var operation in Context.Operations) Context.Reach(operation, used);

        foreach (var fragment in Context.Fragments)
        {
            // Of fragments with the same name only the first can be meant; the others are another rule's business.
            if (!used.Contains(Context.FindFragment(fragment.Name)!))
            {
                Context.Report(this, ValidationErrors.UnusedFragment(fragment.Name), fragment);
            }
        }
    }
}
