using AccountGraph.Accounts.Arguments;

namespace AccountGraph.Accounts.Targets;

public sealed record DeletePushTarget(string TargetId);

public sealed class DeletePushTargetHandler(TargetWriter targets)
{
    public async ValueTask<Outcome<Done>> HandleAsync(
        DeletePushTarget input, CallContext call, CancellationToken cancellation)
    {
        if (call.Caller is not Caller.SignedIn caller) return AccountErrors.UserUnauthorized;
        if (IdArgument.Check("targetId", input.TargetId) is { } invalid) return invalid;

        return await targets.FindPushAsync(caller.User, input.TargetId, cancellation) is { } target
            && await targets.RemoveAsync(target, cancellation)
            ? Done.Instance
            : AccountErrors.TargetNotFound;
    }
}
