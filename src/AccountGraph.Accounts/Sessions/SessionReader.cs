using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Finds the user and session behind a request's credentials. Completes at once when the store does.</summary>
public sealed class SessionReader(
    IDocumentStore store, UserDirectory users, SessionList sessions, FactorState factors, TimeProvider clock)
{
    // Often enough to tell who is active, seldom enough that reading an account writes nothing.
    private const long AccessRefreshSeconds = 24 * 60 * 60;

    /// <summary>Null when the token opens no live session.</summary>
    public async ValueTask<Caller.SignedIn?> FindAsync(
        Project project, SessionToken token, CancellationToken cancellation)
    {
        var key = SessionDocuments.KeyOf(token.Secret);
        if (await store.GetAsync(SessionDocuments.Collection, key, cancellation) is not { } stored) return null;
        var session = SessionDocuments.Map(stored);
        if (session.UserId != token.UserId || session.ProjectId != project.Id) return null;

        if (await store.GetAsync(UserDocuments.Collection, session.UserKey, cancellation) is not { } owner) return null;
        var user = UserDocuments.Map(owner);
        var now = Instant.From(clock.GetUtcNow());
        if (!session.IsLive(user, now)) return null;

        return new Caller.SignedIn(await RefreshAccessAsync(user, now, cancellation), session)
        {
            AwaitsFactor = await factors.IsAwaitedAsync(user, session, cancellation),
            HasFreshFactor = factors.IsFresh(session),
        };
    }

    /// <summary>The user of a verified JWT. Null when he, or the session that the token is bound to, is gone.</summary>
    public async ValueTask<User?> FindByJwtAsync(
        Project project, string userId, string? sessionId, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(project, userId, cancellation) is not { } user) return null;
        if (sessionId is not null)
        {
            var live = await sessions.ReadAsync(user, cancellation);
            if (live.All(session => session.Id != sessionId)) return null;
        }

        return await RefreshAccessAsync(user, Instant.From(clock.GetUtcNow()), cancellation);
    }

    private async ValueTask<User> RefreshAccessAsync(User user, Instant now, CancellationToken cancellation)
    {
        var stale = now.AddSeconds(-AccessRefreshSeconds);
        if (user.AccessedAt > stale) return user;
        try
        {
            var written = await store.UpdateAsync(
                UserDocuments.Collection,
                user.Key,
                new Filter.Compare(UserDocuments.AccessedAt, ComparisonOperator.LessOrEqual, stale),
                [new Change.Set(UserDocuments.AccessedAt, now)],
                cancellation);
            return written.Document is { } document ? UserDocuments.Map(document) : user;
        }
        catch (StoreUnavailableException)
        {
            // Reading goes on while writing is down; the next request tries again.
            return user;
        }
    }
}
