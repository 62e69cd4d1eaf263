using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Targets;

public sealed record UpdatePushTarget(string TargetId, string Identifier);

/// <summary>Gives a push target the new identifier that its app received.</summary>
public sealed class UpdatePushTargetHandler(TargetWriter targets, UserAgentParser agents)
{
    public async ValueTask<Outcome<TargetView>> HandleAsync(
        UpdatePushTarget input, CallContext call, CancellationToken cancellation)
    {
        if (call.Caller is not Caller.SignedIn caller) return AccountErrors.UserUnauthorized;
        var invalid = IdArgument.Check("targetId", input.TargetId) ?? PushTarget.CheckIdentifier(input.Identifier);
        if (invalid is not null) return invalid;

        if (await targets.FindPushAsync(caller.User, input.TargetId, cancellation) is not { } target)
        {
            return AccountErrors.TargetNotFound;
        }

        var written = await targets.RenewPushAsync(
            target, input.Identifier, PushTarget.NameOf(call, agents), cancellation);
        return written.IsSuccess ? new TargetView(written.Value) : written.Error;
    }
}
