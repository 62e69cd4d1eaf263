namespace AccountGraph.Gateway.RateLimits;

/// <summary>Counts calls in exact sliding windows of <see cref="RateLimit.Window"/>.</summary>
/// <exception cref="RateLimiterUnavailableException">The counters cannot be reached in time.</exception>
internal interface IRateLimiter
{
    /// <summary>Checks all keys first and counts the call under all of them only if every one has room, as
    /// one step. Refused calls are not counted.</summary>
    ValueTask<RateLimitVerdict> TakeAsync(IReadOnlyList<RateLimitKey> keys, CancellationToken cancellation);

    ValueTask PingAsync(CancellationToken cancellation);
}
