namespace AccountGraph.Gateway.RateLimits;

/// <summary>The counters did not answer in time.</summary>
internal sealed class RateLimiterUnavailableException(string message, Exception? inner = null)
    : Exception(message, inner);
