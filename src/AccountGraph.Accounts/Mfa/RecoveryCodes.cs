using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>A user's recovery codes: shown again to a fresh session, matched by keyed hash, each good once.</summary>
public sealed class RecoveryCodes(IDocumentStore store, CodeHasher hasher, SecretBox box)
{
    private const string Purpose = "recovery code";
    private const int Count = 6;
    private const int CodeBytes = 5;
    private const int MostAttempts = 16;

    public async ValueTask<bool> AnyAsync(User user, CancellationToken cancellation) =>
        await FindAsync(user, cancellation) is { } stored && stored.Texts(RecoveryCodeDocuments.Hashes).Count > 0;

    /// <summary>In clear; none when they were never made or are used up.</summary>
    public async ValueTask<IReadOnlyList<string>> ReadAsync(User user, CancellationToken cancellation)
    {
        if (await FindAsync(user, cancellation) is not { } stored) return [];
        return
        [
            .. stored.Texts(RecoveryCodeDocuments.Sealed)
                .Select(code => box.Open(code, Purpose, user.Key)?.Reveal())
                .OfType<string>(),
        ];
    }

    /// <summary>Makes six new codes. Of many callers at once one succeeds; null for the others.</summary>
    /// <param name="replacing">True to replace codes that are left, false to make them where none are.</param>
    public async ValueTask<IReadOnlyList<string>?> MakeAsync(
        User user, bool replacing, CancellationToken cancellation)
    {
        var present = await FindAsync(user, cancellation);
        var anyLeft = present?.Texts(RecoveryCodeDocuments.Hashes).Count > 0;
        if (anyLeft != replacing) return null;

        var codes = Enumerable.Range(0, Count).Select(_ => Secrets.Hex(CodeBytes)).ToList();
        var document = RecoveryCodeDocuments.New(
            user,
            present?.Version ?? 1,
            [.. codes.Select(code => hasher.Hash(code, Purpose, user.Key))],
            [.. codes.Select(code => box.Seal(code, Purpose, user.Key))]);
        var written = present is null
            ? await store.InsertAsync(RecoveryCodeDocuments.Collection, document, cancellation)
            : await store.ReplaceAsync(RecoveryCodeDocuments.Collection, document, cancellation);
        return written.Outcome == WriteOutcome.Written ? [.. codes.Select(code => code.Reveal())] : null;
    }

    /// <summary>Takes the code out of the list. True for one caller only.</summary>
    public async ValueTask<bool> UseAsync(User user, string code, CancellationToken cancellation)
    {
        // A round is lost only to another code of the same user.
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await FindAsync(user, cancellation) is not { } stored) return false;
            var hashes = stored.Texts(RecoveryCodeDocuments.Hashes);
            var at = IndexOf(hashes, new Secret(code), user);
            if (at < 0) return false;

            var rest = RecoveryCodeDocuments.New(
                user,
                stored.Version,
                Without(hashes, at),
                Without(stored.Texts(RecoveryCodeDocuments.Sealed), at));
            var written = await store.ReplaceAsync(RecoveryCodeDocuments.Collection, rest, cancellation);
            if (written.Outcome == WriteOutcome.Written) return true;
        }

        return false;
    }

    private static List<string> Without(IReadOnlyList<string> list, int at) =>
        [.. list.Where((_, index) => index != at)];

    private ValueTask<Document?> FindAsync(User user, CancellationToken cancellation) =>
        store.GetAsync(RecoveryCodeDocuments.Collection, user.Key, cancellation);

    private int IndexOf(IReadOnlyList<string> hashes, Secret code, User user)
    {
        var found = -1;
        for (var i = 0; i < hashes.Count; i++)
        {
            if (hasher.Matches(code, Purpose, user.Key, hashes[i])) found = i;
        }

        return found;
    }
}
