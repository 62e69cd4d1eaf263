using System.Security.Cryptography;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>How long a message waits after a failed attempt: 2 s, doubled each time, 30 minutes at most, and a
/// random part of it so that the messages of an outage do not return all at once.</summary>
internal static class BackOff
{
    private const int FirstMilliseconds = 2_000;
    private const int LongestMilliseconds = 30 * 60 * 1000;
    private static readonly TimeSpan LongestByProvider = TimeSpan.FromHours(1);

    /// <summary>Never sooner than the provider asked for; its wish is capped, lest one odd header silence us.</summary>
    public static TimeSpan After(long attempt, TimeSpan? retryAfter)
    {
        var exponent = (int)Math.Min(attempt - 1, 20);
        var longest = (int)Math.Min((long)FirstMilliseconds << exponent, LongestMilliseconds);
        var delay = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(longest / 2, longest + 1));
        var asked = ByProvider(retryAfter);
        return delay > asked ? delay : asked;
    }

    public static TimeSpan ByProvider(TimeSpan? retryAfter)
    {
        var asked = retryAfter ?? TimeSpan.Zero;
        return asked > LongestByProvider ? LongestByProvider : asked;
    }
}
