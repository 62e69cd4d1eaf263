using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Logs;

/// <summary>Appends to the security log of a user.</summary>
public sealed class SecurityLog(IDocumentStore store, IdGenerator ids, Lifetimes lifetimes, TimeProvider clock)
{
    public async ValueTask WriteAsync(string name, User user, CallContext call, CancellationToken cancellation)
    {
        var now = Instant.From(clock.GetUtcNow());
        var entry = LogDocuments.New(ids.Next(), name, user, call, now, now.AddSeconds(lifetimes.SecurityLog));
        await store.InsertAsync(LogDocuments.Collection, entry, cancellation);
    }
}
