using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types">
/// 5.5.1.3 Fragments on Object, Interface or Union Types</see>.
/// A fragment is on a type that has fields.
/// </summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void TypeCondition(TypeNode.Named node, NamedType? type)
    {
        if (type is not (null or CompositeType)) Context.Report(this, ValidationErrors.FragmentOnLeaf(type), node);
    }
}
