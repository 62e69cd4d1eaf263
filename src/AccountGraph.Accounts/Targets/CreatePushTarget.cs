using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Targets;

public sealed record CreatePushTarget(string TargetId, string Identifier, string? ProviderId);

/// <summary>Registers an app on a device for push messages, for as long as the session lives.</summary>
public sealed class CreatePushTargetHandler(TargetWriter targets, UserAgentParser agents, IdGenerator ids)
{
    public async ValueTask<Outcome<TargetView>> HandleAsync(
        CreatePushTarget input, CallContext call, CancellationToken cancellation)
    {
        if (call.Caller is not Caller.SignedIn caller) return AccountErrors.UserUnauthorized;
        var invalid = NewIdArgument.Check("targetId", input.TargetId)
            ?? PushTarget.CheckIdentifier(input.Identifier)
            ?? (input.ProviderId is null ? null : IdArgument.Check("providerId", input.ProviderId));
        if (invalid is not null) return invalid;

        var target = new NewTarget(TargetDocuments.Push, input.Identifier)
        {
            ProviderId = input.ProviderId,
            SessionId = caller.Current?.Id,
            Name = PushTarget.NameOf(call, agents),
        };
        var targetId = NewIdArgument.Resolve(input.TargetId, ids.Next);
        return await targets.AddAsync(caller.User, targetId, target, cancellation) is { } added
            ? new TargetView(added)
            : AccountErrors.TargetAlreadyExists;
    }
}
