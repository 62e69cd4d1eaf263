using AccountGraph.Accounts;

namespace AccountGraph.Gateway.Operations;

/// <summary>What every call must pass before its handler runs. The order of the list is the published order of
/// failures, and it is applied to each field, so that aliases and batches pass no faster.</summary>
internal sealed class Checks(RateLimitGate limits)
{
    private static readonly Func<Operation, OperationCall, AccountError?>[] BeforeLimit =
    [
        Origin, Credentials, HeldScope, AccountState,
    ];

    private static readonly Func<Operation, OperationCall, AccountError?>[] AfterLimit =
    [
        MethodIsOn, NotSignedInYet, FreshFactor, Timestamp,
    ];

    /// <summary>The first failure, or null.</summary>
    public ValueTask<AccountError?> RunAsync(Operation operation, OperationCall call)
    {
        if (First(BeforeLimit, operation, call) is { } error) return ValueTask.FromResult<AccountError?>(error);
        return operation.Limits.Count == 0
            ? ValueTask.FromResult(First(AfterLimit, operation, call))
            : RunLimitedAsync(operation, call);
    }

    private async ValueTask<AccountError?> RunLimitedAsync(Operation operation, OperationCall call) =>
        await limits.PassAsync(operation, call) ?? First(AfterLimit, operation, call);

    private static AccountError? First(
        Func<Operation, OperationCall, AccountError?>[] checks, Operation operation, OperationCall call)
    {
        foreach (var check in checks)
        {
            if (check(operation, call) is { } error) return error;
        }

        return null;
    }

    private static AccountError? Origin(Operation operation, OperationCall call) =>
        operation is { IsMutation: true, IsNavigation: false } && !call.Request.IsOriginAllowed
            ? AccountErrors.UnknownOrigin
            : null;

    private static AccountError? Credentials(Operation operation, OperationCall call) => call.Request.CredentialError;

    private static AccountError? HeldScope(Operation operation, OperationCall call)
    {
        var scope = operation.Scope;
        return call.Context.Caller switch
        {
            Caller.SignedIn => null,
            Caller.ApiKey key when scope.IsGrantable() && key.Scopes.Contains(scope.Name()) => null,
            Caller.ApiKey => AccountErrors.UnauthorizedScope(
                $"app.{call.Context.Project.Id}@service.{call.Request.Origin.Host}", "applications", scope.Name()),
            _ when scope.IsHeldByGuests() => null,
            _ => AccountErrors.UnauthorizedScope("User", "guests", scope.Name()),
        };
    }

    private static AccountError? AccountState(Operation operation, OperationCall call)
    {
        if (call.Context.Caller is not Caller.SignedIn caller) return null;
        if (caller.User.IsBlocked) return AccountErrors.UserBlocked;
        if (caller.User.NeedsPasswordReset) return AccountErrors.PasswordResetRequired;
        return caller.AwaitsFactor && !operation.IsOpenToPending ? AccountErrors.MoreFactorsRequired : null;
    }

    private static AccountError? MethodIsOn(Operation operation, OperationCall call) =>
        operation.Method is { } method && !call.Context.IsApiKey && !method.IsOn(call.Context.Project.Auth)
            ? AccountErrors.AuthMethodUnsupported
            : null;

    private static AccountError? NotSignedInYet(Operation operation, OperationCall call) =>
        operation.OpensSession && call.Context.Caller is Caller.SignedIn ? AccountErrors.SessionAlreadyExists : null;

    private static AccountError? FreshFactor(Operation operation, OperationCall call) =>
        operation.NeedsFreshFactor && call.Context.Caller is Caller.SignedIn { HasFreshFactor: false }
            ? AccountErrors.ChallengeRequired
            : null;

    private static AccountError? Timestamp(Operation operation, OperationCall call) =>
        operation.HonoursTimestamp && call.Request.HasUnreadableTimestamp
            ? AccountErrors.ArgumentInvalid("X-Appwrite-Timestamp", "not a date and time such as 2026-01-31T12:00:00Z.")
            : null;
}
