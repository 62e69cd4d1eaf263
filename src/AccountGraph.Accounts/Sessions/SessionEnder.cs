using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Ends sessions, with the push targets registered under them.</summary>
public sealed class SessionEnder(IDocumentStore store, TargetWriter targets, TimeProvider clock)
{
    public ValueTask<bool> EndAsync(User user, Session session, CancellationToken cancellation) =>
        EndAsync(user, session, new Filter.All(), cancellation);

    /// <summary>False when the session is gone already or the guard fails.</summary>
    public async ValueTask<bool> EndAsync(User user, Session session, Filter guard, CancellationToken cancellation)
    {
        if (!await store.DeleteAsync(SessionDocuments.Collection, session.Key, guard, cancellation)) return false;
        await targets.RemoveOfSessionAsync(user, session.Id, cancellation);
        return true;
    }

    public async ValueTask EndAllAsync(User user, CancellationToken cancellation)
    {
        await store.DeleteManyAsync(
            SessionDocuments.Collection, Filter.Equal(SessionDocuments.UserKey, user.Key), cancellation);
        await targets.RemoveOfSessionsAsync(user, cancellation);
    }

    /// <summary>Clears away what a change of generation has ended already.</summary>
    public async ValueTask RemoveEndedAsync(User user, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(
            SessionDocuments.Collection, SessionDocuments.OfUser(user.Key), cancellation);
        var now = Instant.From(clock.GetUtcNow());
        foreach (var ended in stored.Select(SessionDocuments.Map).Where(session => !session.IsLive(user, now)))
        {
            await EndAsync(user, ended, cancellation);
        }
    }
}
