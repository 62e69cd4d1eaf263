using System.Runtime.InteropServices;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>Counters of a single process. Limited operations hash passwords or write, so one lock for all keys
/// is far from being the bottleneck, and it makes "all keys of a call together" trivially true.</summary>
internal sealed class MemoryRateLimiter(TimeProvider time) : IRateLimiter
{
    private const int CallsBetweenSweeps = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CallTimes> _counters = new(StringComparer.Ordinal);
    private int _callsSinceSweep;

    public ValueTask<RateLimitVerdict> TakeAsync(
        IReadOnlyList<RateLimitKey> keys, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_lock)
        {
            SweepSometimes(now);
            return ValueTask.FromResult(Take(keys, now));
        }
    }

    /// <summary>Keys kept in memory.</summary>
    internal int CounterCount
    {
        get
        {
            lock (_lock) return _counters.Count;
        }
    }

    public ValueTask PingAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    private RateLimitVerdict Take(IReadOnlyList<RateLimitKey> keys, long now)
    {
        var isAllowed = true;
        foreach (var key in keys)
        {
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_counters, key.Key, out _);
            times ??= new CallTimes();
            times.DropBefore(now - WindowMilliseconds);
            isAllowed &= times.Count < key.Limit;
        }

        RateLimitVerdict? tightest = null;
        foreach (var key in keys)
        {
            var times = _counters[key.Key];
            if (isAllowed) times.Add(now);
            var verdict = Describe(key.Limit, times, now, isAllowed);
            if (tightest is null || verdict.Remaining < tightest.Value.Remaining) tightest = verdict;
        }

        return tightest ?? throw new ArgumentException("A limited operation needs at least one key.", nameof(keys));
    }

    private static RateLimitVerdict Describe(int limit, CallTimes times, long now, bool isAllowed)
    {
        var oldest = times.Count > 0 ? times.Oldest : now;
        var freeAt = times.Count >= limit ? times.FromNewest(limit - 1) + WindowMilliseconds : now;
        return RateLimitVerdict.Of(isAllowed, limit, times.Count, oldest + WindowMilliseconds, freeAt - now);
    }

    private static long WindowMilliseconds => (long)RateLimit.Window.TotalMilliseconds;

    private void SweepSometimes(long now)
    {
        if (++_callsSinceSweep < CallsBetweenSweeps) return;
        _callsSinceSweep = 0;
        foreach (var (key, times) in _counters)
        {
            times.DropBefore(now - WindowMilliseconds);
            if (times.Count == 0) _counters.Remove(key);
        }
    }

    /// <summary>The times of the counted calls, oldest first. At most the largest limit of its key: 100.</summary>
    private sealed class CallTimes
    {
        private readonly Queue<long> _times = new(4);

        public int Count => _times.Count;

        public long Oldest => _times.Peek();

        public long FromNewest(int index) => _times.ElementAt(_times.Count - 1 - index);

        public void Add(long time) => _times.Enqueue(time);

        /// <summary>A call leaves the window exactly one window after it was made.</summary>
        public void DropBefore(long time)
        {
            while (_times.TryPeek(out var oldest) && oldest <= time) _times.Dequeue();
        }
    }
}
