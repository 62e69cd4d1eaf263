using System.Collections.Concurrent;

namespace AccountGraph.Accounts.Security;

/// <summary>A fixed number of threads, each with its own memory, and a bounded queue in front of them.</summary>
internal sealed class HashingThreads : IDisposable
{
    private readonly BlockingCollection<Action<HashingMemory>> _queue;
    private readonly Thread[] _threads;
    private readonly int _keptBlocks;

    public HashingThreads(PasswordHashingOptions options)
    {
        _queue = new BlockingCollection<Action<HashingMemory>>(options.QueueLimit);
        _keptBlocks = options.MemoryKiB;
        _threads = new Thread[options.Threads];
        for (var i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = $"password hashing {i}" };
            _threads[i].Start();
        }
    }

    public int Waiting => _queue.Count;

    public async ValueTask<T> RunAsync<T>(Func<HashingMemory, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_queue.TryAdd(memory => Complete(completion, work, memory), 0, CancellationToken.None))
        {
            throw new HashingOverloadedException();
        }

        // Who gave up while waiting costs no hashing: the thread finds the completion cancelled.
        await using (cancellation.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource<T>)state!).TrySetCanceled(token), completion))
        {
            return await completion.Task;
        }
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        foreach (var thread in _threads) thread.Join();
        _queue.Dispose();
    }

    private void Work()
    {
        using var memory = new HashingMemory(_keptBlocks);
        foreach (var work in _queue.GetConsumingEnumerable()) work(memory);
    }

    private static void Complete<T>(
        TaskCompletionSource<T> completion, Func<HashingMemory, T> work, HashingMemory memory)
    {
        if (completion.Task.IsCompleted) return;
        try
        {
            completion.TrySetResult(work(memory));
        }
        catch (Exception failure)
        {
            completion.TrySetException(failure);
        }
    }
}
