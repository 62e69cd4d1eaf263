using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Tests.RateLimits;

/// <summary>What every limiter promises. Windows are an hour, so limiters that follow a clock of their own are
/// given a shorter one by their fixture.</summary>
public abstract class RateLimiterContract
{
    private protected abstract IRateLimiter Limiter { get; }

    private protected static RateLimitKey Key(string name, int limit) => new($"{name}-{Guid.NewGuid():n}", limit);

    private protected ValueTask<RateLimitVerdict> TakeAsync(params RateLimitKey[] keys) =>
        Limiter.TakeAsync(keys, TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_call_at_the_limit_passes_and_the_next_is_refused()
    {
        var key = Key("plain", 3);

        var verdicts = new List<RateLimitVerdict>();
        for (var i = 0; i < 4; i++) verdicts.Add(await TakeAsync(key));

        Assert.Equal([true, true, true, false], verdicts.Select(verdict => verdict.IsAllowed));
        Assert.Equal([2, 1, 0, 0], verdicts.Select(verdict => verdict.Remaining));
        Assert.All(verdicts, verdict => Assert.Equal(3, verdict.Limit));
        Assert.InRange(verdicts[3].RetryAfterSeconds, 1, 3600);
    }

    [Fact]
    public async Task A_refused_call_counts_under_none_of_its_keys()
    {
        var narrow = Key("narrow", 1);
        var wide = Key("wide", 10);

        await TakeAsync(wide, narrow);
        var refused = await TakeAsync(wide, narrow);
        var alone = await TakeAsync(wide);

        Assert.False(refused.IsAllowed);
        Assert.Equal(8, alone.Remaining);
    }

    [Fact]
    public async Task The_verdict_describes_the_key_with_the_fewest_calls_left()
    {
        var verdict = await TakeAsync(Key("wide", 60), Key("narrow", 10));

        Assert.Equal(10, verdict.Limit);
        Assert.Equal(9, verdict.Remaining);
    }

    [Fact]
    public async Task A_hundred_callers_at_once_get_exactly_the_limit()
    {
        var key = Key("race", 10);

        var verdicts = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await TakeAsync(key))));

        Assert.Equal(10, verdicts.Count(verdict => verdict.IsAllowed));
    }
}
