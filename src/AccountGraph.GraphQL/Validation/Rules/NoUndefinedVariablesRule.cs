using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined">
/// 5.8.3 All Variable Uses Defined</see>.
/// An operation defines every variable that it and its fragments use.
/// </summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override void End()
    {
        foreach (var operation in Context.Operations)
        {
            var defined = operation.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var use in Context.VariableUsesOf(operation))
            {
                if (defined.Contains(use.Node.Name)) continue;

                var message = ValidationErrors.UndefinedVariable(use.Node.Name, operation.Name);
                Context.Report(this, message, use.Node, operation);
            }
        }
    }
}
