using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>Keeps authenticator apps. Their seeds are sealed; a time step is accepted once, which a guarded write
/// decides.</summary>
public sealed class AuthenticatorStore(
    IDocumentStore store, SecretBox box, MfaOptions options, TimeProvider clock)
{
    private const string Purpose = "totp seed";

    public async ValueTask<bool> HasVerifiedAsync(User user, CancellationToken cancellation) =>
        await FindAsync(user, cancellation) is { IsVerified: true };

    public async ValueTask<Authenticator?> FindAsync(User user, CancellationToken cancellation)
    {
        var stored = await store.GetAsync(
            AuthenticatorDocuments.Collection, AuthenticatorDocuments.TotpKeyOf(user), cancellation);
        return stored is null ? null : AuthenticatorDocuments.Map(stored);
    }

    /// <summary>Replaces one that was never verified. False when there is a verified one.</summary>
    public async ValueTask<bool> PutUnverifiedAsync(User user, Secret seed, CancellationToken cancellation)
    {
        await store.DeleteAsync(
            AuthenticatorDocuments.Collection,
            AuthenticatorDocuments.TotpKeyOf(user),
            Filter.Equal(AuthenticatorDocuments.Verified, false),
            cancellation);
        var document = AuthenticatorDocuments.NewTotp(
            user, box.Seal(seed, Purpose, user.Key), Instant.From(clock.GetUtcNow()));
        var written = await store.InsertAsync(AuthenticatorDocuments.Collection, document, cancellation);
        return written.Outcome == WriteOutcome.Written;
    }

    /// <summary>Uses up the code's time step. True for one caller only.</summary>
    /// <param name="verifying">The first code of an authenticator, which makes it count.</param>
    public async ValueTask<bool> AcceptAsync(
        Authenticator authenticator, string code, bool verifying, CancellationToken cancellation)
    {
        if (box.Open(authenticator.Seed, Purpose, authenticator.UserKey) is not { } seed) return false;
        var step = Totp.AcceptedStep(
            seed, code, clock.GetUtcNow(), options.TotpWindow, authenticator.LastStep);
        if (step is not { } accepted) return false;

        // The seed is part of the guard: the authenticator may have been replaced meanwhile.
        var written = await store.UpdateAsync(
            AuthenticatorDocuments.Collection,
            authenticator.Key,
            Filter.Both(
                new Filter.Compare(AuthenticatorDocuments.LastStep, ComparisonOperator.Less, accepted),
                Filter.Equal(AuthenticatorDocuments.Verified, !verifying),
                Filter.Equal(AuthenticatorDocuments.Seed, authenticator.Seed)),
            [
                new Change.Set(AuthenticatorDocuments.LastStep, accepted),
                new Change.Set(AuthenticatorDocuments.Verified, true),
            ],
            cancellation);
        return written.Document is not null;
    }

    public ValueTask<bool> RemoveAsync(User user, CancellationToken cancellation) =>
        store.DeleteAsync(
            AuthenticatorDocuments.Collection,
            AuthenticatorDocuments.TotpKeyOf(user),
            new Filter.All(),
            cancellation);
}
