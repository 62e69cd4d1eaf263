using AccountGraph.Accounts;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Security;
using AccountGraph.Gateway.Hosting;
using AccountGraph.Storage;

namespace AccountGraph.Gateway.Operations;

/// <summary>Runs a call from its checks to its entry in the security log. GraphQL fields and REST routes both
/// end here.</summary>
internal sealed class OperationRunner(
    Checks checks, SecurityLog securityLog, GatewayMetrics metrics, TimeProvider time, ILogger<OperationRunner> logger)
{
    private const int RetryAfterSeconds = 2;

    public ValueTask<Outcome<object>> RunAsync(Operation operation, OperationCall call) =>
        metrics.IsOn ? RunMeasuredAsync(operation, call) : RunUnmeasuredAsync(operation, call);

    private async ValueTask<Outcome<object>> RunMeasuredAsync(Operation operation, OperationCall call)
    {
        var start = time.GetTimestamp();
        AccountError? error = AccountErrors.Unknown;
        try
        {
            var outcome = await RunUnmeasuredAsync(operation, call);
            error = outcome.Error;
            return outcome;
        }
        finally
        {
            metrics.Record(operation.Name, error, time.GetElapsedTime(start));
        }
    }

    private ValueTask<Outcome<object>> RunUnmeasuredAsync(Operation operation, OperationCall call)
    {
        // An unlimited query that reads from memory ends here without a state machine.
        var check = checks.RunAsync(operation, call);
        if (operation.Limits.Count > 0 || operation.LogEvent is not null || !check.IsCompletedSuccessfully)
        {
            return RunGuardedAsync(operation, call, check);
        }

        if ((check.Result ?? call.Arguments.Error) is { } error) return ValueTask.FromResult<Outcome<object>>(error);
        var pending = operation.Handler(call);
        return pending.IsCompletedSuccessfully ? pending : GuardAsync(pending);
    }

    private async ValueTask<Outcome<object>> RunGuardedAsync(
        Operation operation, OperationCall call, ValueTask<AccountError?> check)
    {
        if ((await check ?? call.Arguments.Error) is { } error) return error;
        var outcome = await GuardAsync(operation.Handler(call));
        if (outcome.IsSuccess && operation.LogEvent is { } logEvent) await WriteLogAsync(logEvent, call, outcome);
        return outcome;
    }

    private async ValueTask WriteLogAsync(string logEvent, OperationCall call, Outcome<object> outcome)
    {
        var user = outcome.Concerned ?? (call.Context.Caller as Caller.SignedIn)?.User;
        if (user is null) return;
        try
        {
            await securityLog.WriteAsync(logEvent, user, call.Context, CancellationToken.None);
        }
        catch (StoreUnavailableException exception)
        {
            // The operation has happened; telling the client otherwise would make it try again.
            logger.LogError(exception, "The security log of {UserId} lacks {Event}", user.Id, logEvent);
        }
    }

    /// <summary>A part that is down or full is an answer, not a defect.</summary>
    private static async ValueTask<Outcome<object>> GuardAsync(ValueTask<Outcome<object>> pending)
    {
        try
        {
            return await pending;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or HashingOverloadedException)
        {
            return AccountErrors.Unavailable(RetryAfterSeconds);
        }
    }
}
