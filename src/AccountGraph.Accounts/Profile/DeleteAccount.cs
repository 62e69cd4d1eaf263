using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>Ends an account. Its record stays, blocked, so that nobody registers under its address; a project may
/// choose to remove everything instead.</summary>
public sealed class DeleteAccountHandler(UserWriter users, SessionEnder sessions, UserEraser eraser)
{
    public async ValueTask<Outcome<EndedSessions>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var block = new UserChange(
            call.User,
            new Change.Set(UserDocuments.Status, false),
            new Change.Add(UserDocuments.TokenGeneration, 1),
            new Change.Add(UserDocuments.SessionGeneration, 1),
            new Change.Set(UserDocuments.KeptSession, null));
        var blocked = await users.WriteAsync(block, cancellation);
        if (!blocked.IsSuccess) return blocked.Error;

        await sessions.EndAllAsync(blocked.Value, cancellation);
        if (call.Project.Auth.HardDelete) await eraser.EraseAsync(blocked.Value, cancellation);
        return new EndedSessions(WithCurrent: true);
    }
}
