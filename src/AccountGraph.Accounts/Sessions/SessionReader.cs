using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Finds the user and session behind a request's credentials. Completes at once when the store does.</summary>
public sealed class SessionReader(IDocumentStore store, UserDirectory users, TimeProvider clock)
{
    // Often enough to tell who is active, seldom enough that reading an account writes nothing.
    private const long AccessRefreshSeconds = 24 * 60 * 60;

    /// <summary>Null when the secret opens no live session of this user.</summary>
    public async ValueTask<SignedInSession?> FindAsync(
        Project project, string userId, string secret, CancellationToken cancellation)
    {
        var stored = await store.GetAsync(SessionDocuments.Collection, SessionDocuments.KeyOf(secret), cancellation);
        if (stored is null) return null;
        var session = SessionDocuments.Map(stored);
        var now = Instant.From(clock.GetUtcNow());
        if (session.UserId != userId || session.ProjectId != project.Id || session.Expire < now) return null;

        var user = await store.GetAsync(UserDocuments.Collection, session.UserKey, cancellation);
        return user is null
            ? null
            : new SignedInSession(await RefreshAccessAsync(UserDocuments.Map(user), now, cancellation), session);
    }

    /// <summary>The user of a verified JWT. Null when he, or the session that the token is bound to, is gone.</summary>
    public async ValueTask<User?> FindByJwtAsync(
        Project project, string userId, string? sessionId, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(project, userId, cancellation) is not { } user) return null;
        var now = Instant.From(clock.GetUtcNow());
        if (sessionId is not null && !await HasLiveSessionAsync(user, sessionId, now, cancellation)) return null;
        return await RefreshAccessAsync(user, now, cancellation);
    }

    private async ValueTask<bool> HasLiveSessionAsync(
        User user, string sessionId, Instant now, CancellationToken cancellation)
    {
        var sessions = await store.FindAsync(
            SessionDocuments.Collection, SessionDocuments.OfUser(user.Key), cancellation);
        return sessions.Select(SessionDocuments.Map).Any(session => session.Id == sessionId && session.Expire >= now);
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
