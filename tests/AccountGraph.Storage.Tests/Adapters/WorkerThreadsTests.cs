using AccountGraph.Storage.Adapters;

namespace AccountGraph.Storage.Tests.Adapters;

public sealed class WorkerThreadsTests : IAsyncDisposable
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly WorkerThreads<string> _threads;

    public WorkerThreadsTests()
    {
        _threads = new WorkerThreads<string>(
            new WorkerLimits("Test", Waiting: 2, Deadline: TimeSpan.FromMilliseconds(400)),
            ["session"],
            static (session, calls) =>
            {
                calls[0].Run(session);
                calls[0].Complete();
            });
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Set();
        await _threads.DisposeAsync();
        _gate.Dispose();
    }

    [Fact]
    public async Task Work_runs_on_a_thread_of_the_store_with_its_session()
    {
        var (session, thread) = await _threads.RunAsync(
            session => (session, Thread.CurrentThread.Name), CancellationToken.None);

        Assert.Equal(("session", "Test 1"), (session, thread));
    }

    [Fact]
    public async Task A_failure_reaches_its_caller_alone()
    {
        await Assert.ThrowsAsync<FormatException>(
            () => _threads.RunAsync<int>(_ => throw new FormatException(), CancellationToken.None));

        Assert.Equal(1, await _threads.RunAsync(_ => 1, CancellationToken.None));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        var blocked = await BlockAsync();
        Task<int>[] waiting = [NumberAsync(1), NumberAsync(2)];

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => NumberAsync(3));

        Assert.Equal("Test is busy: 2 calls wait.", refusal.Message);
        _gate.Set();
        var answers = await Task.WhenAll(waiting);
        Assert.Equal([1, 2], answers);
        await blocked;
    }

    [Fact]
    public async Task A_call_ends_at_its_deadline_though_its_thread_hangs()
    {
        var running = await BlockAsync();
        var isRun = false;
        var waiting = _threads.RunAsync(_ => isRun = true, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => running);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting);

        Assert.Equal("Test did not answer within 0.4 s.", failure.Message);
        _gate.Set();
        Assert.Equal(1, await NumberAsync(1));
        Assert.False(isRun);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once_and_is_not_run()
    {
        using var cancellation = new CancellationTokenSource();
        var blocked = await BlockAsync();
        var isRun = false;
        var waiting = _threads.RunAsync(_ => isRun = true, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _gate.Set();
        await blocked;
        await NumberAsync(1);
        Assert.False(isRun);
    }

    [Fact]
    public async Task Closing_does_what_waits_and_refuses_what_comes()
    {
        var blocked = await BlockAsync();
        var waiting = NumberAsync(1);

        var closing = _threads.DisposeAsync();
        _gate.Set();

        await closing;
        Assert.Equal(1, await waiting);
        await blocked;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => NumberAsync(2));
    }

    private Task<int> NumberAsync(int number) => _threads.RunAsync(_ => number, CancellationToken.None);

    /// <summary>Answers when the thread is held.</summary>
    private async Task<Task<bool>> BlockAsync()
    {
        _gate.Reset();
        var started = new TaskCompletionSource();
        var call = _threads.RunAsync(
            _ =>
            {
                started.SetResult();
                return _gate.Wait(TimeSpan.FromSeconds(20));
            },
            CancellationToken.None);
        await started.Task;
        return call;
    }
}
