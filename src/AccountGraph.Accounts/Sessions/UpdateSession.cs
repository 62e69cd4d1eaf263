using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.OAuth2;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <param name="SessionId">Or <c>current</c>.</param>
public sealed record UpdateSession(string SessionId);

/// <summary>Gives a session its full life again, and one that came from a provider fresh tokens of the provider.
/// </summary>
public sealed class UpdateSessionHandler(
    SessionList sessions, SessionViews views, ProviderRefresh provider, IDocumentStore store, TimeProvider clock)
{
    public async ValueTask<Outcome<ExtendedSession>> HandleAsync(
        UpdateSession input, CallContext call, CancellationToken cancellation)
    {
        if (IdArgument.Check("sessionId", input.SessionId) is { } invalid) return invalid;
        if (await sessions.FindAsync(call.SignedIn, input.SessionId, cancellation) is not { } session)
        {
            return AccountErrors.SessionNotFound;
        }

        var refreshed = await provider.RefreshAsync(session, call, cancellation);
        if (!refreshed.IsSuccess) return refreshed.Error;
        var now = Instant.From(clock.GetUtcNow());
        var expire = now.AddSeconds(call.Project.Auth.Duration);
        var written = await store.UpdateAsync(
            SessionDocuments.Collection,
            session.Key,
            new Filter.All(),
            [
                .. refreshed.Value.Changes,
                new Change.Set(SessionDocuments.Expire, expire),
                new Change.Set(SessionDocuments.UpdatedAt, now),
            ],
            cancellation);
        return written.Document is { } stored
            ? new ExtendedSession(views.Of(SessionDocuments.Map(stored), call), expire)
            : AccountErrors.SessionNotFound;
    }
}
