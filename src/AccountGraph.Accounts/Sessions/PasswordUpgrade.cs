using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Stores a password that was just proved right under the present algorithm and cost.</summary>
public sealed class PasswordUpgrade(IDocumentStore store, PasswordHasher hasher)
{
    /// <summary>Leaves everything as it is when there is no room for the work now, or the password has changed
    /// meanwhile: the sign-in goes on either way.</summary>
    public async ValueTask TryAsync(User user, string password, CancellationToken cancellation)
    {
        try
        {
            var hash = await hasher.HashAsync(password, cancellation);
            await store.UpdateAsync(
                UserDocuments.Collection,
                user.Key,
                Filter.Equal(UserDocuments.Password, user.PasswordHash!),
                [new Change.Set(UserDocuments.Password, hash)],
                cancellation);
        }
        catch (HashingOverloadedException)
        {
            // The next sign-in tries again.
        }
    }
}
