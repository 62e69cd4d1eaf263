using AccountGraph.Accounts.Sessions;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>Notes on a session which factors it has passed.</summary>
public sealed class SessionFactors(IDocumentStore store, TimeProvider clock)
{
    public ValueTask<bool> AddAsync(
        Session session, IReadOnlyList<string> factors, CancellationToken cancellation) =>
        WriteAsync(session, factors, [], cancellation);

    /// <summary>By a challenge, which also makes the session fresh.</summary>
    public ValueTask<bool> PassAsync(Session session, string factor, CancellationToken cancellation) =>
        WriteAsync(
            session,
            [factor],
            [new Change.Set(SessionDocuments.MfaUpdatedAt, Instant.From(clock.GetUtcNow()))],
            cancellation);

    private async ValueTask<bool> WriteAsync(
        Session session, IReadOnlyList<string> factors, IReadOnlyList<Change> alongside, CancellationToken cancellation)
    {
        IReadOnlyList<string> all = [.. session.Factors.Union(factors)];
        var written = await store.UpdateAsync(
            SessionDocuments.Collection,
            session.Key,
            new Filter.All(),
            [
                .. alongside,
                new Change.Set(SessionDocuments.Factors, all),
                new Change.Set(SessionDocuments.UpdatedAt, Instant.From(clock.GetUtcNow())),
            ],
            cancellation);
        return written.Document is not null;
    }
}
