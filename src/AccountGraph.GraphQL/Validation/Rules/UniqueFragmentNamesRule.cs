using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness">
/// 5.5.1.1 Fragment Name Uniqueness</see>.
/// No two fragments have the same name.
/// </summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Fragment(DefinitionNode.Fragment fragment)
    {
        var first = Context.FindFragment(fragment.Name)!;
        if (first != fragment)
        {
            Context.Report(this, ValidationErrors.FragmentTwice(fragment.Name), first.NameNode, fragment.NameNode);
        }
    }
}
