using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types">
/// 5.8.2 Variables Are Input Types</see>.
/// A client can give a value of every variable's type.
/// </summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Variable(VariableDefinitionNode variable, GraphQLType? type)
    {
        if (type is { IsInput: false })
        {
            var message = ValidationErrors.VariableNotInput(variable.Name, type.ToString()!);
            Context.Report(this, message, variable.Type);
        }
    }
}
