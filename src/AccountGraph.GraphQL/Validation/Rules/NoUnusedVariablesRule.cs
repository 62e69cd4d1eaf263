using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variables-Used">5.8.4 All Variables Used</see>.
/// An operation or its fragments use every variable that it defines.
/// </summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override void End()
    {
        foreach (var operation in Context.Operations)
        {
            if (operation.Variables.IsEmpty) continue;

            var uses = Context.VariableUsesOf(operation);
            var used = uses.Select(use => use.Node.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
            {
                if (used.Contains(variable.Name)) continue;

                Context.Report(this, ValidationErrors.UnusedVariable(variable.Name, operation.Name), variable);
            }
        }
    }
}
