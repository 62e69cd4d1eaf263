using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Limits;

/// <summary>Limits what a user does, whatever addresses it comes from: above all wrong guesses. A guess is paid for
/// before it is judged, so that many at once get no more than one after another; a right one is given back.</summary>
public sealed class HourlyLimit(IDocumentStore store, TimeProvider clock)
{
    private const int WindowSeconds = 3600;
    private const int MostAttempts = 16;

    /// <summary>Null when there was one left; it is taken now.</summary>
    public async ValueTask<AccountError?> TakeAsync(User user, LimitedAct act, CancellationToken cancellation)
    {
        // Each round is lost only to another caller who took one, so the rounds are few.
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var now = Instant.From(clock.GetUtcNow());
            var stored = await store.GetAsync(
                HourlyLimitDocuments.Collection, HourlyLimitDocuments.KeyOf(user, act), cancellation);
            if (stored?.Time(HourlyLimitDocuments.Expire) is { } expire
                && expire > now
                && stored.Integer(HourlyLimitDocuments.Count) >= MostOf(act))
            {
                var wait = expire.ToDateTimeOffset() - now.ToDateTimeOffset();
                return AccountErrors.RateLimitExceeded((int)wait.TotalSeconds + 1);
            }

            if (await TryTakeAsync(user, act, stored, now, cancellation)) return null;
        }

        return AccountErrors.RateLimitExceeded(1);
    }

    public async ValueTask GiveBackAsync(User user, LimitedAct act, CancellationToken cancellation) =>
        await store.UpdateAsync(
            HourlyLimitDocuments.Collection,
            HourlyLimitDocuments.KeyOf(user, act),
            new Filter.Compare(HourlyLimitDocuments.Count, ComparisonOperator.Greater, 0L),
            [new Change.Add(HourlyLimitDocuments.Count, -1)],
            cancellation);

    private static long MostOf(LimitedAct act) => act switch
    {
        LimitedAct.Password => 30,
        LimitedAct.Code => 30,
        LimitedAct.Authenticator => 10,
        LimitedAct.Notice => 10,
    };

    private async ValueTask<bool> TryTakeAsync(
        User user, LimitedAct act, Document? stored, Instant now, CancellationToken cancellation)
    {
        if (stored is null)
        {
            var first = HourlyLimitDocuments.First(user, act, now.AddSeconds(WindowSeconds));
            return (await store.InsertAsync(HourlyLimitDocuments.Collection, first, cancellation)).Document is not null;
        }

        var expire = stored.Time(HourlyLimitDocuments.Expire)!.Value;
        var sameWindow = Filter.Equal(HourlyLimitDocuments.Expire, expire);
        var belowLimit = new Filter.Compare(HourlyLimitDocuments.Count, ComparisonOperator.Less, MostOf(act));
        var (guard, changes) = expire > now
            ? (Filter.Both(sameWindow, belowLimit), (Change[])[new Change.Add(HourlyLimitDocuments.Count, 1)])
            : (sameWindow,
            [
                new Change.Set(HourlyLimitDocuments.Count, 1L),
                new Change.Set(HourlyLimitDocuments.Expire, now.AddSeconds(WindowSeconds)),
            ]);
        var written = await store.UpdateAsync(HourlyLimitDocuments.Collection, stored.Id, guard, changes, cancellation);
        return written.Document is not null;
    }
}
