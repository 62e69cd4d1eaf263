using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed">
/// 5.8.5 All Variable Usages Are Allowed</see>.
/// A variable's type fits wherever it is used.
/// </summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    public override void End()
    {
        foreach (var operation in Context.Operations)
        {
            var variables = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
            foreach (var variable in operation.Variables) variables.TryAdd(variable.Name, variable);

            foreach (var use in Context.VariableUsesOf(operation))
            {
                if (variables.TryGetValue(use.Node.Name, out var variable)) Check(variable, use);
            }
        }
    }

    private void Check(VariableDefinitionNode variable, VariableUse use)
    {
        if (use.Type is not { } expected || Context.TypeOf(variable.Type) is not { } type) return;

        if (!IsAllowed(variable, type, use, expected))
        {
            Context.Report(this, ValidationErrors.VariableMisplaced(variable, expected), variable, use.Node);
        }
        else if (use.IsOneOf && type is not NonNullType)
        {
            Context.Report(this, ValidationErrors.VariableNullableInOneOf(variable), variable, use.Node);
        }
    }

    /// <summary>IsVariableUsageAllowed(): a default on either side makes up for a nullable variable.</summary>
    private static bool IsAllowed(
        VariableDefinitionNode variable, GraphQLType type, VariableUse use, GraphQLType expected)
    {
        if (expected is not NonNullType || type is NonNullType) return type.IsSubtypeOf(expected);

        var hasDefault = use.HasDefault || variable.DefaultValue is not (null or ValueNode.Null);
        return hasDefault && type.IsSubtypeOf(expected.Nullable);
    }
}
