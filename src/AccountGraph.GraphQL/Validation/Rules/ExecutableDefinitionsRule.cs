using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Executable-Definitions">5.1.1 Executable Definitions</see>.
/// A request holds operations and fragments only.
/// </summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context)
{
    public override void Definition(DefinitionNode definition)
    {
        if (definition is not (DefinitionNode.Operation or DefinitionNode.Fragment))
        {
            Context.Report(this, ValidationErrors.NotExecutable, definition);
        }
    }
}
