using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

public sealed class AuthenticatorStore(IDocumentStore store)
{
    public async ValueTask<bool> HasVerifiedAsync(User user, CancellationToken cancellation) =>
        await FindAsync(user, cancellation) is { IsVerified: true };

    public async ValueTask<Authenticator?> FindAsync(User user, CancellationToken cancellation)
    {
        var stored = await store.GetAsync(
            AuthenticatorDocuments.Collection, AuthenticatorDocuments.TotpKeyOf(user), cancellation);
        return stored is null ? null : AuthenticatorDocuments.Map(stored);
    }
}
