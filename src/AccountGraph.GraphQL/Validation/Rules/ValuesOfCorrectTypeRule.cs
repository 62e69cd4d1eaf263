using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">5.6.1 Values of Correct Type</see>.
/// A literal can be coerced to the type of its place; objects have known (5.6.2) and all required fields (5.6.4).
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    private Action<SyntaxNode, string>? _report;

    public override void Literal(ValueNode value, GraphQLType? type)
    {
        if (type is not { IsInput: true } || value is ValueNode.Variable) return;

        _report ??= (node, message) => Context.Report(this, message, node);
        LiteralChecker.Check(value, type, _report);
    }
}
