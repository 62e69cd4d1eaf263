namespace AccountGraph.Gateway.RateLimits;

/// <summary>How often an operation may be called in an hour under one key. An operation may have several.</summary>
/// <param name="Scope">Counters are shared by all limits with the same scope and the same parts; null means the
/// operation's own name, so that different operations never share.</param>
internal sealed record RateLimit(int Limit, string? Scope, IReadOnlyList<RateLimitPart> Parts)
{
    /// <summary>The length of every window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static RateLimit PerOperation(int limit, params RateLimitPart[] parts) => new(limit, null, parts);

    public static RateLimit Shared(int limit, string scope, params RateLimitPart[] parts) => new(limit, scope, parts);
}
