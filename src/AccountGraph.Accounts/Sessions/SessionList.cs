using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Reads the live sessions of a user, oldest first.</summary>
public sealed class SessionList(IDocumentStore store, TimeProvider clock)
{
    public async ValueTask<IReadOnlyList<Session>> ReadAsync(User user, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(
            SessionDocuments.Collection, SessionDocuments.OfUser(user.Key), cancellation);
        var now = Instant.From(clock.GetUtcNow());
        return [.. stored.Select(SessionDocuments.Map).Where(session => session.IsLive(user, now))];
    }

    /// <param name="sessionId">Or <c>current</c>: the session behind the request, which a JWT does not have.</param>
    public async ValueTask<Session?> FindAsync(
        Caller.SignedIn caller, string sessionId, CancellationToken cancellation)
    {
        if (sessionId == "current") return caller.Current;
        var sessions = await ReadAsync(caller.User, cancellation);
        return sessions.FirstOrDefault(session => session.Id == sessionId);
    }
}
