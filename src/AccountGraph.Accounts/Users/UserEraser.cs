using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>Removes a user and what belongs to him. The security log stays for its time: it tells of the
/// removal.</summary>
public sealed class UserEraser(IDocumentStore store)
{
    /// <param name="user">Blocked already. The record goes last, so that a crash in between leaves a blocked user
    /// and not free children.</param>
    public async ValueTask EraseAsync(User user, CancellationToken cancellation)
    {
        foreach (var collection in Collections.OfUsers)
        {
            await store.DeleteManyAsync(collection, Filter.Equal(Collections.UserKey, user.Key), cancellation);
        }

        await store.DeleteAsync(UserDocuments.Collection, user.Key, new Filter.All(), cancellation);
    }
}
