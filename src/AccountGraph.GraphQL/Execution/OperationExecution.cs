using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// The state of one running operation, shared by everything that runs for it. Rests in a pool between operations.
/// </summary>
internal sealed class OperationExecution(ExecutionPools pools, GraphQLEngineOptions options)
{
    private readonly List<GraphQLError> _errors = [];
    private volatile bool _isStopped;

    public OperationPlan Plan { get; private set; } = null!;

    public OperationRequest Request { get; private set; }

    /// <summary>
    /// By index of <see cref="OperationPlan.Variables"/>; <see cref="ArgumentValues.Absent"/> where not given.
    /// </summary>
    public object?[] Variables { get; private set; } = [];

    public CancellationToken Cancellation { get; private set; }

    /// <summary>Whether the operation was cancelled and nothing new should begin.</summary>
    public bool IsStopped => _isStopped;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Begin(
        OperationPlan plan, in OperationRequest request, object?[] variables, CancellationToken cancellation)
    {
        Plan = plan;
        Request = request;
        Variables = variables;
        Cancellation = cancellation;
    }

    public void End()
    {
        Plan = null!;
        Request = default;
        Variables = [];
        Cancellation = default;
        _isStopped = false;
        _errors.Clear();
    }

    /// <summary>Whether the exception is the cancellation of the operation, which then stops.</summary>
    public bool StopsFor(Exception exception)
    {
        if (exception is not OperationCanceledException || !Cancellation.IsCancellationRequested) return false;

        _isStopped = true;
        return true;
    }

    /// <summary>What the client sees of an exception.</summary>
    public FieldError Translate(Exception exception, IReadOnlyList<object> path) =>
        options.OnUnexpectedError(exception, path, Request.State);

    public void Report(FieldPlan field, FieldError error, IReadOnlyList<object> path) =>
        Report(ExecutionErrors.Failed(field, error), path);

    public void Report(GraphQLError error, IReadOnlyList<object> path)
    {
        var located = new GraphQLError(error.Message)
        {
            Locations = error.Locations,
            Path = path,
            Extensions = error.Extensions,
        };
        // Siblings may fail at the same time on different threads.
        lock (_errors) _errors.Add(located);
    }

    public ResponseWriter RentWriter()
    {
        var writer = pools.Writers.Rent();
        writer.Begin(this, pools.Buffers.Rent());
        return writer;
    }

    public void ReturnWriter(ResponseWriter writer)
    {
        pools.Return(writer.Output);
        writer.End();
        pools.Writers.Return(writer);
    }
}
