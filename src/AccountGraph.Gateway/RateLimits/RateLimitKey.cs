namespace AccountGraph.Gateway.RateLimits;

/// <summary>A counter and how many calls it lets through in a window.</summary>
internal readonly record struct RateLimitKey(string Key, int Limit);
