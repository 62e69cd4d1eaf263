using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness">
/// 5.2.2.1 Operation Name Uniqueness</see>.
/// No two operations have the same name.
/// </summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _names = new(StringComparer.Ordinal);

    public override void Operation(DefinitionNode.Operation operation, ObjectType? rootType)
    {
        if (operation.NameNode is { } name && !_names.TryAdd(name.Value, name))
        {
            Context.Report(this, ValidationErrors.OperationTwice(name.Value), _names[name.Value], name);
        }
    }
}
