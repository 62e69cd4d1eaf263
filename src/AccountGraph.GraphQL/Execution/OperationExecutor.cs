using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution.Coercion;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Runs a planned operation and writes its response
/// (<see href="https://spec.graphql.org/September2025/#ExecuteRequest()">6.1</see>,
/// <see href="https://spec.graphql.org/September2025/#sec-Response-Format">7</see>).
/// </summary>
internal sealed partial class OperationExecutor(BoundResolvers resolvers, GraphQLEngineOptions options)
{
    private readonly ExecutionPools _pools = new(options);

    /// <summary>Completes without a task when no resolver had to wait.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan, in OperationRequest request, ResponseBuffer output, CancellationToken cancellation)
    {
        var start = output.Length;
        if (!TryGetVariables(plan, request, out var variables, out var errors))
        {
            WriteRequestErrors(output, errors!, request);
            return ValueTask.FromResult(ExecutionResult.RequestErrors);
        }

        return ExecuteAsync(plan, request, variables, output, start, cancellation);
    }

    /// <summary>
    /// Coerces the variables and looks at what the operation costs with them; errors are errors of the request.
    /// </summary>
    public bool TryGetVariables(
        OperationPlan plan, in OperationRequest request, out object?[] variables, out List<GraphQLError>? errors)
    {
        variables = VariablesReader.Read(plan.Variables, request.Variables.Span, resolvers, out errors);
        if (errors is null && plan.FindNullCondition(variables) is { } variable)
            errors = [RequestErrors.Variable(variable, InputRules.NullForNonNull(variable.Type))];
        if (errors is not null || plan.Costs.IsConstant) return errors is null;

        var cost = plan.Costs.Evaluate(variables);
        if (cost > options.MaxCost) errors = [RequestErrors.TooCostly(options.MaxCost, cost)];
        return errors is null;
    }

    private void WriteRequestErrors(
        ResponseBuffer output, IEnumerable<GraphQLError> errors, in OperationRequest request) =>
        ResponseFormat.WriteRequestErrors(
            output, [.. errors.Select(options.DescribeRequestError)], request.Extensions);

    /// <summary>Runs with variables that were coerced before.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan,
        in OperationRequest request,
        object?[] variables,
        ResponseBuffer output,
        int start,
        CancellationToken cancellation)
    {
        var operation = _pools.Executions.Rent();
        operation.Begin(plan, request, variables, cancellation);
        var writer = _pools.Writers.Rent();
        writer.Begin(operation, output);

        output.Write("{\"data\":"u8);
        var written = plan.Type == OperationKind.Mutation
            ? writer.WriteSerialAsync(plan.Selection, request.Root)
            : writer.WriteSelectionAsync(plan.Selection, request.Root, 0);
        if (!written.IsCompletedSuccessfully) return FinishLaterAsync(written, operation, writer, start);

        return ValueTask.FromResult(Finish(written.Result, operation, writer, start));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ExecutionResult> FinishLaterAsync(
        ValueTask<bool> written, OperationExecution operation, ResponseWriter writer, int start) =>
        Finish(await written, operation, writer, start);

    private ExecutionResult Finish(bool hasData, OperationExecution operation, ResponseWriter writer, int start)
    {
        var isFaultless = operation.Errors.Count == 0 && !operation.IsStopped;
        ResponseFormat.Complete(writer.Output, start, hasData, operation);
        writer.End();
        _pools.Writers.Return(writer);
        operation.End();
        _pools.Executions.Return(operation);
        return isFaultless ? ExecutionResult.Success : ExecutionResult.FieldErrors;
    }
}
