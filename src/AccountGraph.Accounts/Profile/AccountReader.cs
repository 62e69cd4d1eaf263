using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>Makes the account view of a user: his own fields and his targets.</summary>
public sealed class AccountReader(IDocumentStore store)
{
    public async ValueTask<AccountView> ReadAsync(User user, CancellationToken cancellation)
    {
        var targets = await store.FindAsync(
            TargetDocuments.Collection, TargetDocuments.OfUser(user.Key), cancellation);
        return user.ViewWith(targets);
    }

    /// <summary>The view of a user who was just written, or the failure to do so.</summary>
    public async ValueTask<Outcome<AccountView>> ReadAsync(Outcome<User> written, CancellationToken cancellation)
    {
        if (!written.IsSuccess) return written.Error;
        return await ReadAsync(written.Value, cancellation);
    }
}
