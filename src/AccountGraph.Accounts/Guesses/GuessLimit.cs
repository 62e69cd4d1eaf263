using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Guesses;

/// <summary>Limits wrong guesses per user, whatever addresses they come from. A guess is paid for before it is
/// judged, so that many at once get no more than one after another; a right one is given back.</summary>
public sealed class GuessLimit(IDocumentStore store, TimeProvider clock)
{
    private const int WindowSeconds = 3600;
    private const int MostAttempts = 16;

    /// <summary>Null when there was a guess left; it is taken now.</summary>
    public async ValueTask<AccountError?> TakeAsync(User user, GuessKind kind, CancellationToken cancellation)
    {
        // Each round is lost only to another caller who took a guess, so the rounds are few.
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var now = Instant.From(clock.GetUtcNow());
            var stored = await store.GetAsync(
                GuessDocuments.Collection, GuessDocuments.KeyOf(user, kind), cancellation);
            if (stored?.Time(GuessDocuments.Expire) is { } expire
                && expire > now
                && stored.Integer(GuessDocuments.Count) >= MostIn(kind))
            {
                var wait = expire.ToDateTimeOffset() - now.ToDateTimeOffset();
                return AccountErrors.RateLimitExceeded((int)wait.TotalSeconds + 1);
            }

            if (await TryTakeAsync(user, kind, stored, now, cancellation)) return null;
        }

        return AccountErrors.RateLimitExceeded(1);
    }

    public async ValueTask GiveBackAsync(User user, GuessKind kind, CancellationToken cancellation) =>
        await store.UpdateAsync(
            GuessDocuments.Collection,
            GuessDocuments.KeyOf(user, kind),
            new Filter.Compare(GuessDocuments.Count, ComparisonOperator.Greater, 0L),
            [new Change.Add(GuessDocuments.Count, -1)],
            cancellation);

    private static long MostIn(GuessKind kind) => kind switch
    {
        GuessKind.Password => 30,
        GuessKind.Code => 30,
        GuessKind.Authenticator => 10,
    };

    private async ValueTask<bool> TryTakeAsync(
        User user, GuessKind kind, Document? stored, Instant now, CancellationToken cancellation)
    {
        if (stored is null)
        {
            var first = GuessDocuments.First(user, kind, now.AddSeconds(WindowSeconds));
            return (await store.InsertAsync(GuessDocuments.Collection, first, cancellation)).Document is not null;
        }

        var expire = stored.Time(GuessDocuments.Expire)!.Value;
        var sameWindow = Filter.Equal(GuessDocuments.Expire, expire);
        var belowLimit = new Filter.Compare(GuessDocuments.Count, ComparisonOperator.Less, MostIn(kind));
        var (guard, changes) = expire > now
            ? (Filter.Both(sameWindow, belowLimit), (Change[])[new Change.Add(GuessDocuments.Count, 1)])
            : (sameWindow,
            [
                new Change.Set(GuessDocuments.Count, 1L),
                new Change.Set(GuessDocuments.Expire, now.AddSeconds(WindowSeconds)),
            ]);
        var written = await store.UpdateAsync(GuessDocuments.Collection, stored.Id, guard, changes, cancellation);
        return written.Document is not null;
    }
}
