using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class HashingThreadsTests
{
    [Fact]
    public async Task Hashing_leaves_the_thread_pool_alone()
    {
        using var threads = Threads();

        Assert.False(await threads.RunAsync(_ => Thread.CurrentThread.IsThreadPoolThread, default));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_recovers()
    {
        using var gate = new ManualResetEventSlim();
        using var threads = Threads(queueLimit: 3);
        var running = await OccupyAsync(threads, gate);

        var waiting = Enumerable.Range(0, 3).Select(i => threads.RunAsync(_ => i, default).AsTask()).ToArray();

        await Assert.ThrowsAsync<HashingOverloadedException>(() => threads.RunAsync(_ => 0, default).AsTask());
        gate.Set();
        await running;
        var answers = await Task.WhenAll(waiting);
        Assert.Equal([0, 1, 2], answers);
        Assert.Equal(4, await threads.RunAsync(_ => 4, default));
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_is_not_hashed_for()
    {
        using var gate = new ManualResetEventSlim();
        using var threads = Threads();
        using var patience = new CancellationTokenSource();
        var hashed = 0;
        var running = await OccupyAsync(threads, gate);

        var waiting = threads.RunAsync(_ => ++hashed, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Set();
        await running;

        Assert.Equal(1, await threads.RunAsync(_ => ++hashed, default));
    }

    [Fact]
    public async Task Who_comes_cancelled_takes_no_place()
    {
        using var threads = Threads();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => threads.RunAsync(_ => 1, new CancellationToken(canceled: true)).AsTask());
    }

    [Fact]
    public async Task A_failure_reaches_its_caller_and_the_thread_goes_on()
    {
        using var threads = Threads();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => threads.RunAsync<int>(_ => throw new InvalidOperationException(), default).AsTask());

        Assert.Equal(1, await threads.RunAsync(_ => 1, default));
    }

    private static HashingThreads Threads(int queueLimit = 10) =>
        new(new PasswordHashingOptions { MemoryKiB = 64, Threads = 1, QueueLimit = queueLimit });

    /// <summary>Returns when the only thread is busy; the task inside ends when the gate opens.</summary>
    private static async Task<Task> OccupyAsync(HashingThreads threads, ManualResetEventSlim gate)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = threads.RunAsync(
            _ =>
            {
                started.SetResult();
                gate.Wait(TimeSpan.FromSeconds(60));
                return 0;
            },
            default);
        await started.Task;
        return running.AsTask();
    }
}
