namespace AccountGraph.Gateway.RateLimits;

/// <summary>What the limiter says of one call. The figures describe the key with the fewest calls left; on a
/// tie the first.</summary>
/// <param name="Remaining">Calls left after this one.</param>
/// <param name="ResetAt">Unix time in seconds at which the oldest counted call leaves the window.</param>
/// <param name="RetryAfterSeconds">With a refusal: when the next call would pass, at least 1.</param>
internal readonly record struct RateLimitVerdict(
    bool IsAllowed, int Limit, int Remaining, long ResetAt, int RetryAfterSeconds)
{
    /// <param name="resetAt">Unix time in milliseconds.</param>
    /// <param name="wait">Milliseconds until the next call would pass; zero or less when it would now.</param>
    public static RateLimitVerdict Of(bool isAllowed, int limit, int counted, long resetAt, long wait) => new(
        isAllowed,
        limit,
        Math.Max(0, limit - counted),
        CeilingSeconds(resetAt),
        isAllowed ? 0 : (int)Math.Max(1, CeilingSeconds(wait)));

    private static long CeilingSeconds(long milliseconds) => (milliseconds + 999) / 1000;
}
