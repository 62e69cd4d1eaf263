using StackExchange.Redis;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>Counters that several servers share. Each key is a sorted set of the times of its counted calls, by
/// the clock of Redis, so that the servers need not agree on theirs. One script checks and counts.</summary>
internal sealed class RedisRateLimiter(
    RedisOptions options, TimeSpan window, TimeProvider time, ILogger<RedisRateLimiter> logger)
    : IRateLimiter, IAsyncDisposable
{
    /// <summary>Answers whether the call is allowed, then for each key the calls counted, when the oldest of them
    /// leaves and how long until the next call would pass, all in milliseconds.</summary>
    private const string Script =
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local window = tonumber(ARGV[1])
        local allowed = 1
        for i, key in ipairs(KEYS) do
          redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
          if redis.call('ZCARD', key) >= tonumber(ARGV[i + 2]) then allowed = 0 end
        end

        local answer = { allowed }
        for i, key in ipairs(KEYS) do
          if allowed == 1 then
            redis.call('ZADD', key, now, ARGV[2] .. ':' .. i)
            redis.call('PEXPIRE', key, window)
          end
          local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] or now
          local blocking = redis.call('ZRANGE', key, -ARGV[i + 2], -ARGV[i + 2], 'WITHSCORES')[2] or now - window
          answer[#answer + 1] = redis.call('ZCARD', key)
          answer[#answer + 1] = oldest + window
          answer[#answer + 1] = blocking + window - now
        end
        return answer
        """;

    private const int FiguresPerKey = 3;

    private readonly Circuit _circuit = new(time);
    private readonly RedisConnection _connection = new(options, time);
    private readonly TimeSpan _timeLimit = TimeSpan.FromMilliseconds(options.TimeoutMilliseconds);

    // Names of calls are unique among servers and restarts, so that two calls of one millisecond both count.
    private readonly string _server = Guid.NewGuid().ToString("n")[..12];
    private long _calls;
    private string? _lastReason;

    public RedisRateLimiter(RedisOptions options, TimeProvider time, ILogger<RedisRateLimiter> logger)
        : this(options, RateLimit.Window, time, logger)
    {
    }

    public async ValueTask<RateLimitVerdict> TakeAsync(
        IReadOnlyList<RateLimitKey> keys, CancellationToken cancellation)
    {
        var names = new RedisKey[keys.Count];
        var arguments = new RedisValue[keys.Count + 2];
        arguments[0] = (long)window.TotalMilliseconds;
        arguments[1] = $"{_server}:{Interlocked.Increment(ref _calls)}";
        for (var i = 0; i < keys.Count; i++)
        {
            names[i] = keys[i].Key;
            arguments[i + 2] = keys[i].Limit;
        }

        // The script is sent each time: called by its hash, it fails the next call after a SCRIPT FLUSH.
        const CommandFlags Flags = CommandFlags.DemandMaster | CommandFlags.NoScriptCache;
        var answer = await AskAsync(
            redis => redis.ScriptEvaluateAsync(Script, names, arguments, Flags), cancellation);
        return Read((long[])answer, keys);
    }

    public async ValueTask PingAsync(CancellationToken cancellation) =>
        await AskAsync(redis => redis.PingAsync(CommandFlags.DemandMaster), cancellation);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static RateLimitVerdict Read(long[] answer, IReadOnlyList<RateLimitKey> keys)
    {
        RateLimitVerdict? tightest = null;
        for (var i = 0; i < keys.Count; i++)
        {
            var figures = answer.AsSpan(1 + (i * FiguresPerKey), FiguresPerKey);
            var verdict = RateLimitVerdict.Of(answer[0] == 1, keys[i].Limit, (int)figures[0], figures[1], figures[2]);
            if (tightest is null || verdict.Remaining < tightest.Value.Remaining) tightest = verdict;
        }

        return tightest ?? throw new ArgumentException("A limited operation needs at least one key.", nameof(keys));
    }

    private async ValueTask<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellation)
    {
        if (!_circuit.TryEnter()) throw new RateLimiterUnavailableException("Redis did not answer a moment ago.");
        try
        {
            // The library has no time limit for asynchronous calls.
            var answer = await AskRedisAsync(ask).WaitAsync(_timeLimit, cancellation);
            _connection.Answered();
            if (_circuit.Succeeded()) logger.LogInformation("Redis answers again");
            return answer;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && RedisFailure.IsOne(exception))
        {
            _connection.Failed();
            var reason = RedisFailure.Reason(exception);
            // The first failure often says only that time ran out; the reason comes with one of the next.
            if (_circuit.Failed() | Interlocked.Exchange(ref _lastReason, reason) != reason)
            {
                logger.LogError("Redis, which counts for the rate limits, fails: {Reason}", reason);
            }

            throw new RateLimiterUnavailableException($"Redis fails: {reason}", exception);
        }
    }

    private async Task<T> AskRedisAsync<T>(Func<IDatabase, Task<T>> ask) => await ask(await _connection.GetAsync());
}
