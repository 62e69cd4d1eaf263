namespace AccountGraph.Gateway.RateLimits;

internal enum RateLimitProvider
{
    Memory,
    Redis,
}
