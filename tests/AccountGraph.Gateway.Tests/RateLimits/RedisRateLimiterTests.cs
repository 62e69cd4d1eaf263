using AccountGraph.Gateway.RateLimits;
using StackExchange.Redis;

namespace AccountGraph.Gateway.Tests.RateLimits;

public sealed class RedisRateLimiterTests : RateLimiterContract, IClassFixture<RedisServer>, IAsyncDisposable
{
    private static readonly TimeSpan ShortWindow = TimeSpan.FromSeconds(3);

    private readonly RedisServer _server;
    private readonly RedisRateLimiter _limiter;
    private readonly RedisRateLimiter _neighbour;

    public RedisRateLimiterTests(RedisServer server)
    {
        RedisServer.SkipWhenMissing();
        _server = server;
        _limiter = RedisLimiters.PatientlyTo(server.Address);
        _neighbour = RedisLimiters.PatientlyTo(server.Address);
    }

    private protected override IRateLimiter Limiter => _limiter;

    public async ValueTask DisposeAsync()
    {
        await _limiter.DisposeAsync();
        await _neighbour.DisposeAsync();
    }

    [Fact]
    public async Task Two_servers_on_one_redis_share_a_budget()
    {
        var key = Key("shared", 10);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            (i % 2 == 0 ? _limiter : _neighbour).TakeAsync([key], CancellationToken.None).AsTask()));

        Assert.Equal(10, verdicts.Count(verdict => verdict.IsAllowed));
    }

    [Fact]
    public async Task A_call_under_two_keys_is_checked_under_both_at_once()
    {
        var narrow = Key("{p}:narrow", 10);
        var wide = Key("{p}:wide", 1000);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => TakeAsync(wide, narrow).AsTask()));
        var alone = await TakeAsync(wide);

        Assert.Equal(10, verdicts.Count(verdict => verdict.IsAllowed));
        Assert.Equal(1000 - 11, alone.Remaining);
    }

    [Fact]
    public async Task The_window_slides_so_that_each_call_comes_free_one_window_after_it_was_made()
    {
        await using var limiter = RedisLimiters.PatientlyTo(_server.Address, ShortWindow);
        var key = Key("slide", 2);
        await limiter.TakeAsync([key], CancellationToken.None);
        await Task.Delay(ShortWindow / 2);
        await limiter.TakeAsync([key], CancellationToken.None);
        var early = await limiter.TakeAsync([key], CancellationToken.None);

        await Task.Delay((ShortWindow / 2) + TimeSpan.FromMilliseconds(50));
        var free = await limiter.TakeAsync([key], CancellationToken.None);
        var next = await limiter.TakeAsync([key], CancellationToken.None);

        Assert.False(early.IsAllowed);
        Assert.InRange(early.RetryAfterSeconds, 1, 2);
        Assert.True(free.IsAllowed);
        Assert.False(next.IsAllowed);
    }

    [Fact]
    public async Task The_figures_are_those_of_the_limiter_in_memory()
    {
        var memory = new MemoryRateLimiter(TimeProvider.System);
        var narrow = Key("narrow", 2);
        var wide = Key("wide", 5);
        RateLimitKey[][] calls = [[wide], [wide, narrow], [narrow], [narrow, wide], [wide], [wide, wide], [wide]];

        foreach (var call in calls)
        {
            var expected = await memory.TakeAsync(call, CancellationToken.None);
            var actual = await TakeAsync(call);

            Assert.Equal(
                (expected.IsAllowed, expected.Limit, expected.Remaining),
                (actual.IsAllowed, actual.Limit, actual.Remaining));
            Assert.InRange(actual.ResetAt - expected.ResetAt, -2, 2);
            Assert.InRange(actual.RetryAfterSeconds - expected.RetryAfterSeconds, -2, 2);
        }
    }

    [Fact]
    public async Task A_counter_that_nobody_asks_for_is_gone_after_one_window()
    {
        await using var limiter = RedisLimiters.PatientlyTo(_server.Address, TimeSpan.FromMilliseconds(300));
        using var redis = await ConnectionMultiplexer.ConnectAsync(_server.Address);
        var key = Key("gone", 5);

        await limiter.TakeAsync([key], CancellationToken.None);
        var isThere = await redis.GetDatabase().KeyExistsAsync(key.Key);
        await Task.Delay(500);

        Assert.True(isThere);
        Assert.False(await redis.GetDatabase().KeyExistsAsync(key.Key));
    }

    [Fact]
    public async Task A_redis_that_forgets_its_scripts_counts_on()
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(_server.Address + ",allowAdmin=true");
        var key = Key("forgot", 5);
        await TakeAsync(key);

        await redis.GetServer(_server.Address).ScriptFlushAsync();
        var verdict = await TakeAsync(key);

        Assert.Equal(3, verdict.Remaining);
    }

    [Fact]
    public async Task A_caller_that_blocks_after_its_answer_holds_up_nobody()
    {
        using var end = new ManualResetEventSlim();
        var blocked = BlockAsync();

        for (var i = 0; i < 20; i++) await TakeAsync(Key("passes", 1));

        Assert.False(blocked.IsCompleted);
        end.Set();
        await blocked;

        async Task BlockAsync()
        {
            await TakeAsync(Key("blocks", 1)).ConfigureAwait(false);
            end.Wait(TimeSpan.FromSeconds(10));
        }
    }
}
