using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness">5.8.1 Variable Uniqueness</see>.
/// No two variables of an operation have the same name.
/// </summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Operation(DefinitionNode.Operation operation, ObjectType? rootType)
    {
        if (operation.Variables.Length < 2) return;

        var names = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            var name = variable.Variable.NameNode;
            if (!names.TryAdd(name.Value, name))
            {
                Context.Report(this, ValidationErrors.VariableTwice(name.Value), names[name.Value], name);
            }
        }
    }
}
