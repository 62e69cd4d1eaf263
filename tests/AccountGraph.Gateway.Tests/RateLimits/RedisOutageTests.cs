using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Tests.RateLimits;

/// <summary>Sign-ins must not wait for lost counters, and the server must find them again without a restart.</summary>
public sealed class RedisOutageTests
{
    // The setting's default, and the same with room for a busy machine.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRefusal = TimeLimit * 3;
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_killed_redis_is_reported_at_once_and_found_again_when_it_is_back()
    {
        await using var server = await RedisServer.StartAsync();
        await using var limiter = RedisLimiters.To(server.Address);
        await limiter.PingAsync(CancellationToken.None);

        await server.KillAsync();
        var slowest = await SlowestRefusalAsync(limiter, TimeSpan.FromSeconds(3));
        await server.StartAsync();
        var recovery = await limiter.TimeToRecoveryAsync();

        Assert.True(slowest < LongestRefusal, $"A refusal took {slowest}.");
        Assert.True(recovery < RecoveryLimit, $"Recovery took {recovery}.");
    }

    [Fact]
    public async Task A_hanging_redis_costs_one_time_limit_and_then_nothing()
    {
        await using var server = await RedisServer.StartAsync();
        await using var limiter = RedisLimiters.To(server.Address);
        await limiter.PingAsync(CancellationToken.None);

        await server.FreezeAsync();
        var first = await TimeOfRefusalAsync(limiter);
        var second = await TimeOfRefusalAsync(limiter);
        var slowest = await SlowestRefusalAsync(limiter, TimeSpan.FromSeconds(7));
        await server.ThawAsync();
        var recovery = await limiter.TimeToRecoveryAsync();

        Assert.True(first < LongestRefusal, $"The first refusal took {first}.");
        Assert.True(second < TimeLimit / 2, $"The second refusal took {second}.");
        Assert.True(slowest < LongestRefusal, $"A refusal took {slowest}.");
        Assert.True(recovery < RecoveryLimit, $"Recovery took {recovery}.");
    }

    [Fact]
    public async Task A_connection_that_died_without_a_word_is_replaced()
    {
        await using var server = await RedisServer.StartAsync();
        await using var network = new SilentNetwork(server.Port);
        await using var limiter = RedisLimiters.To(network.Address);
        await limiter.PingAsync(CancellationToken.None);

        network.ForgetConnections();
        await TimeOfRefusalAsync(limiter);
        var recovery = await limiter.TimeToRecoveryAsync();

        Assert.True(recovery < RecoveryLimit, $"Recovery took {recovery}.");
    }

    [Fact]
    public async Task A_redis_that_comes_after_the_server_is_found()
    {
        await using var server = await RedisServer.StartAsync();
        await server.KillAsync();
        await using var limiter = RedisLimiters.To(server.Address);

        await TimeOfRefusalAsync(limiter);
        await server.StartAsync();
        var recovery = await limiter.TimeToRecoveryAsync();

        Assert.True(recovery < RecoveryLimit, $"Recovery took {recovery}.");
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_an_outage()
    {
        await using var server = await RedisServer.StartAsync();
        await using var limiter = RedisLimiters.To(server.Address);
        await limiter.PingAsync(CancellationToken.None);
        await server.FreezeAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => limiter.PingAsync(patience.Token).AsTask());
        await server.ThawAsync();

        await limiter.PingAsync(CancellationToken.None);
    }

    private static async Task<TimeSpan> SlowestRefusalAsync(RedisRateLimiter limiter, TimeSpan during)
    {
        var slowest = TimeSpan.Zero;
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < during)
        {
            var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TimeOfRefusalAsync(limiter)));
            slowest = refusals.Append(slowest).Max();
            await Task.Delay(50);
        }

        return slowest;
    }

    private static async Task<TimeSpan> TimeOfRefusalAsync(RedisRateLimiter limiter)
    {
        var start = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<RateLimiterUnavailableException>(
            () => limiter.TakeAsync([new RateLimitKey("outage", 1000)], CancellationToken.None).AsTask());
        return TimeProvider.System.GetElapsedTime(start);
    }
}
