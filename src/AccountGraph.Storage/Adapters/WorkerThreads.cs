namespace AccountGraph.Storage.Adapters;

/// <summary>Threads of a store's own, one per session, fed by one bounded queue, for libraries that block: on the
/// thread pool a slow database would stall the whole server.</summary>
/// <remarks>A full queue refuses at once. A call ends at its deadline even when its thread hangs; whether a
/// write that ended so was done is then unknown.</remarks>
public sealed class WorkerThreads<TSession> : IAsyncDisposable
{
    // The native libraries need little; .NET's default of 1.5 MB would be reserved per thread.
    private const int StackBytes = 512 * 1024;
    private const int WatchMilliseconds = 100;

    private readonly WorkerLimits _limits;
    private readonly Action<TSession, IReadOnlyList<Call<TSession>>> _run;
    private readonly object _gate = new();
    private readonly Queue<Call<TSession>> _waiting = new();
    private readonly List<List<Call<TSession>>> _running = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer _watch;
    private int _alive;
    private bool _isClosed;

    /// <summary>Each thread takes up to a batch of calls at a time and gives them to <paramref name="run"/>,
    /// which completes or fails every one.</summary>
    public WorkerThreads(
        WorkerLimits limits,
        IReadOnlyList<TSession> sessions,
        Action<TSession, IReadOnlyList<Call<TSession>>> run)
    {
        (_limits, _run, _alive) = (limits, run, sessions.Count);
        foreach (var session in sessions)
        {
            var batch = new List<Call<TSession>>(limits.Batch);
            _running.Add(batch);
            var thread = new Thread(() => Work(session, batch), StackBytes)
            {
                IsBackground = true,
                Name = $"{limits.Name} {_running.Count}",
            };
            thread.Start();
        }

        _watch = new Timer(_ => FailOverdue(), null, WatchMilliseconds, WatchMilliseconds);
    }

    public Task<T> RunAsync<T>(Func<TSession, T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);

        var call = new AnsweredCall<TSession, T>(work)
        {
            Deadline = Environment.TickCount64 + (long)_limits.Deadline.TotalMilliseconds,
        };
        call.CancelBy(cancellation);
        if (TryEnqueue(call) is { } refusal) call.Fail(refusal);
        return call.Task;
    }

    /// <summary>Refuses new calls, does the waiting ones and returns when every thread has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }

        await _ended.Task;
        await _watch.DisposeAsync();
    }

    private StoreUnavailableException? TryEnqueue(Call<TSession> call)
    {
        lock (_gate)
        {
            if (_isClosed) return new StoreUnavailableException($"{_limits.Name} is closed.");
            if (_waiting.Count >= _limits.Waiting)
            {
                return new StoreUnavailableException($"{_limits.Name} is busy: {_waiting.Count} calls wait.");
            }

            _waiting.Enqueue(call);
            Monitor.Pulse(_gate);
            return null;
        }
    }

    private void Work(TSession session, List<Call<TSession>> batch)
    {
        while (Take(batch))
        {
            try
            {
                _run(session, batch);
            }
            catch (Exception failure)
            {
                foreach (var call in batch) call.Fail(failure);
            }
        }

        if (Interlocked.Decrement(ref _alive) == 0) _ended.TrySetResult();
    }

    private bool Take(List<Call<TSession>> batch)
    {
        lock (_gate)
        {
            batch.Clear();
            while (true)
            {
                while (batch.Count < _limits.Batch && _waiting.TryDequeue(out var call))
                {
                    if (!call.IsOver) batch.Add(call);
                }

                if (batch.Count > 0) return true;
                if (_isClosed) return false;
                Monitor.Wait(_gate);
            }
        }
    }

    private void FailOverdue()
    {
        var now = Environment.TickCount64;
        lock (_gate)
        {
            // The oldest call waits in front: when it has time left, all have.
            while (_waiting.TryPeek(out var call) && (call.IsOver || call.Deadline < now))
            {
                _waiting.Dequeue().Fail(Overdue());
            }

            foreach (var batch in _running)
            {
                foreach (var call in batch)
                {
                    if (call.Deadline < now) call.Fail(Overdue());
                }
            }
        }
    }

    private StoreUnavailableException Overdue() =>
        new($"{_limits.Name} did not answer within {_limits.Deadline.TotalSeconds:0.#} s.");
}
