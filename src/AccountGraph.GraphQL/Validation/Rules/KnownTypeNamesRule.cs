using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence">
/// 5.5.1.2 Fragment Spread Type Existence</see>.
/// Every type that is named exists; so do the types of variables (5.8.2).
/// </summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void TypeName(TypeNode.Named node, NamedType? type)
    {
        if (type is not null) return;

        var suggestion = Context.Suggest(node.Name, Context.Schema.Types.Items.Select(known => known.Name));
        Context.Report(this, ValidationErrors.UnknownType(node.Name, suggestion), node);
    }
}
