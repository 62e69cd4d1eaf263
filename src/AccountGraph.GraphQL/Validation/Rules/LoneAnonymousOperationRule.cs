using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation">
/// 5.2.3.1 Lone Anonymous Operation</see>.
/// An operation without a name is alone.
/// </summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    public override void End()
    {
        var isAlone = Context.Operations.Take(2).Count() < 2;
        if (isAlone) return;

        foreach (var operation in Context.Operations)
        {
            if (operation.Name is null) Context.Report(this, ValidationErrors.AnonymousNotAlone, operation);
        }
    }
}
