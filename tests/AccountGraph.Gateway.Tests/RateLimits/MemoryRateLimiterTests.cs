using AccountGraph.Gateway.RateLimits;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.RateLimits;

public sealed class MemoryRateLimiterTests : RateLimiterContract
{
    private readonly ManualClock _clock = new();
    private readonly MemoryRateLimiter _limiter;

    public MemoryRateLimiterTests() => _limiter = new MemoryRateLimiter(_clock);

    private protected override IRateLimiter Limiter => _limiter;

    [Fact]
    public async Task The_window_slides_so_that_each_call_comes_free_an_hour_after_it_was_made()
    {
        var key = Key("slide", 2);
        await TakeAsync(key);
        _clock.Advance(TimeSpan.FromMinutes(30));
        await TakeAsync(key);

        _clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        var early = await TakeAsync(key);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var free = await TakeAsync(key);
        var next = await TakeAsync(key);

        Assert.False(early.IsAllowed);
        Assert.Equal(1, early.RetryAfterSeconds);
        Assert.True(free.IsAllowed);
        Assert.False(next.IsAllowed);
        Assert.Equal(1800, next.RetryAfterSeconds);
    }

    [Fact]
    public async Task The_reset_time_is_when_the_oldest_counted_call_leaves()
    {
        var key = Key("reset", 5);
        var first = await TakeAsync(key);
        _clock.Advance(TimeSpan.FromMinutes(10));
        var second = await TakeAsync(key);

        Assert.Equal(first.ResetAt, second.ResetAt);
    }

    [Fact]
    public async Task Counters_that_ran_out_are_forgotten()
    {
        for (var i = 0; i < 5000; i++) await TakeAsync(Key("many", 10));
        _clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 5000; i++) await TakeAsync(Key("more", 10));

        Assert.InRange(_limiter.CounterCount, 1, 6000);
    }
}
