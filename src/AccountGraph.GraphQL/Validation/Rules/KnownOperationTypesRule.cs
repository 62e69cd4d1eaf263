using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence">
/// 5.2.1.1 Operation Type Existence</see>.
/// The schema has a root type for each operation.
/// </summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Operation(DefinitionNode.Operation operation, ObjectType? rootType)
    {
        if (rootType is null)
        {
            Context.Report(this, ValidationErrors.UnsupportedOperation(operation.Kind), operation);
        }
    }
}
