using AccountGraph.Gateway.RateLimits;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountGraph.Gateway.Tests.RateLimits;

internal static class RedisLimiters
{
    /// <summary>A limiter with the time limit of the settings' default, for tests of that limit.</summary>
    public static RedisRateLimiter To(string connectionString) =>
        Make(new RedisOptions { ConnectionString = connectionString }, RateLimit.Window);

    /// <summary>A limiter that has time even on a busy machine.</summary>
    public static RedisRateLimiter PatientlyTo(
        string connectionString, TimeSpan? window = null, string? authority = null)
    {
        var options = new RedisOptions
        {
            ConnectionString = connectionString,
            CertificateAuthorityPath = authority,
            TimeoutMilliseconds = 10_000,
        };
        return Make(options, window ?? RateLimit.Window);
    }

    /// <summary>Asks again and again until an answer comes; says how long that took.</summary>
    public static async Task<TimeSpan> TimeToRecoveryAsync(this RedisRateLimiter limiter)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var passed = TimeProvider.System.GetElapsedTime(start);
            Assert.True(passed < TimeSpan.FromSeconds(20), "It never recovered.");
            try
            {
                await limiter.PingAsync(CancellationToken.None);
                return passed;
            }
            catch (RateLimiterUnavailableException)
            {
                await Task.Delay(20);
            }
        }
    }

    private static RedisRateLimiter Make(RedisOptions options, TimeSpan window) =>
        new(options, window, TimeProvider.System, NullLogger<RedisRateLimiter>.Instance);
}
