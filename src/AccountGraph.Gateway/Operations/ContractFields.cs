using AccountGraph.Accounts;
using AccountGraph.Gateway.Http;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Operations;

/// <summary>Joins rows and schema: every root field has one row, and every row its fields.</summary>
internal static class ContractFields
{
    /// <exception cref="InvalidOperationException">A field without a row, or a row without a field.</exception>
    public static void Bind(ResolverMap map, GraphQLSchema schema, OperationTable table, OperationRunner runner)
    {
        var rows = table.ByName;
        foreach (var name in MissingRows(schema, rows.Keys).Concat(MissingFields(schema, table)))
        {
            throw new InvalidOperationException(name);
        }

        foreach (var (name, operation) in rows)
        {
            var type = operation.IsMutation ? schema.MutationType! : schema.QueryType;
            map.Field(type.Name, name, context => RunAsync(runner, operation, context));
        }

        map.Scalar("Assoc", new AssocScalar());
        map.Cost("Query", "accountListLogs", QueryListCost.Of);
        map.Cost("Query", "accountListIdentities", QueryListCost.Of);
    }

    internal static IEnumerable<string> MissingRows(GraphQLSchema schema, IEnumerable<string> rows) =>
        RootFields(schema).Select(field => field.Name).Except(rows).Select(name => $"The field {name} has no row.");

    internal static IEnumerable<string> MissingFields(GraphQLSchema schema, OperationTable table)
    {
        var fields = RootFields(schema).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return table.ByName.Keys.Where(name => !fields.Contains(name)).Select(name => $"The row {name} has no field.");
    }

    private static IEnumerable<FieldDefinition> RootFields(GraphQLSchema schema) =>
        schema.QueryType.Fields.Concat(schema.MutationType!.Fields);

    private static ValueTask<object?> RunAsync(OperationRunner runner, Operation operation, FieldContext context)
    {
        var call = new OperationCall(
            (RequestContext)context.State!, new GraphQLArguments(context.Arguments), context.Cancellation);
        var pending = runner.RunAsync(operation, call);
        return pending.IsCompletedSuccessfully
            ? ValueTask.FromResult(Answer(pending.Result))
            : AwaitAsync(pending);

        static async ValueTask<object?> AwaitAsync(ValueTask<Outcome<object>> pending) => Answer(await pending);

        static object? Answer(Outcome<object> outcome) =>
            outcome.IsSuccess ? outcome.Value : ErrorMapper.ToFieldError(outcome.Error);
    }
}
