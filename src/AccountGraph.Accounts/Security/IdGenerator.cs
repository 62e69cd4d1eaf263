using System.Globalization;
using System.Security.Cryptography;

namespace AccountGraph.Accounts.Security;

/// <summary>Ids of 20 lower-case hex digits: 13 of time in microseconds, 7 random. One generator never repeats
/// or steps back in time, so its ids sort in the order of creation.</summary>
public sealed class IdGenerator(TimeProvider clock)
{
    private const int RandomDigits = 7;

    private long _last;

    public string Next() =>
        NextMicrosecond().ToString("x13", CultureInfo.InvariantCulture)
        + RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true);

    // Several callers in one microsecond, or a clock set back, move on by one instead.
    private long NextMicrosecond()
    {
        var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}
