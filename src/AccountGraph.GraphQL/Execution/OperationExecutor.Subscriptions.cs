using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution;

/// <content>Subscriptions (<see href="https://spec.graphql.org/September2025/#sec-Subscription">6.2.3</see>).</content>
internal sealed partial class OperationExecutor
{
    public async IAsyncEnumerable<ResponseBuffer> SubscribeAsync(
        OperationPlan plan, OperationRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var output = new ResponseBuffer();
        if (!TryGetVariables(plan, request, out var variables, out var errors))
        {
            WriteRequestErrors(output, errors!, request);
            yield return output;
            yield break;
        }

        var (events, error) = await CreateSourceAsync(plan, request, variables, cancellation);
        if (events is null)
        {
            WriteRequestErrors(output, [error!], request);
            yield return output;
            yield break;
        }

        await foreach (var root in events.WithCancellation(cancellation))
        {
            output.Clear();
            await ExecuteAsync(plan, request with { Root = root }, variables, output, 0, cancellation);
            yield return output;
        }
    }

    /// <summary>
    /// The source stream (<see href="https://spec.graphql.org/September2025/#sec-Source-Stream">6.2.3.1</see>), or why
    /// there is none.
    /// </summary>
    private async ValueTask<(IAsyncEnumerable<object?>? Events, GraphQLError? Error)> CreateSourceAsync(
        OperationPlan plan, OperationRequest request, object?[] variables, CancellationToken cancellation)
    {
        var field = plan.Selection.Fields[0];
        var operation = _pools.Executions.Rent();
        operation.Begin(plan, request, variables, cancellation);
        var writer = operation.RentWriter();
        writer.Enter(field, 0);
        try
        {
            if (!field.Arguments.TryGetValues(variables, out var arguments, out var error)) return (null, error);

            var resolver = resolvers.Stream(field.Parent, field.Definition) ?? NoStream;
            return await resolver(new FieldContext(writer, field, request.Root, arguments, 0)) switch
            {
                IAsyncEnumerable<object?> events => (events, null),
                FieldError failure => (null, ExecutionErrors.Failed(field, failure)),
                _ => (null, ExecutionErrors.Failed(field, ExecutionErrors.NoStream(field))),
            };
        }
        catch (Exception exception) when (!operation.StopsFor(exception))
        {
            return (null, ExecutionErrors.Failed(field, operation.Translate(exception, writer.PathTo(0))));
        }
        finally
        {
            operation.ReturnWriter(writer);
            operation.End();
            _pools.Executions.Return(operation);
        }
    }

    private static ValueTask<object?> NoStream(FieldContext context) => default;
}
