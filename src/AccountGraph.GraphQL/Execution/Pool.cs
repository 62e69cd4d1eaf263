using System.Collections.Concurrent;

namespace AccountGraph.GraphQL.Execution;

/// <summary>Keeps up to <paramref name="capacity"/> objects for reuse; safe for concurrent use.</summary>
/// <remarks>
/// One object rests in a field of its own, so that with few callers renting is a single exchange
/// (ExecuteBenchmarks.Execute).
/// </remarks>
internal sealed class Pool<T>(Func<T> create, int capacity)
    where T : class
{
    private readonly ConcurrentQueue<T> _more = new();
    private T? _first;
    private int _count;

    public T Rent()
    {
        if (Interlocked.Exchange(ref _first, null) is { } first) return first;
        if (!_more.TryDequeue(out var item)) return create();

        Interlocked.Decrement(ref _count);
        return item;
    }

    public void Return(T item)
    {
        if (Interlocked.CompareExchange(ref _first, item, null) is null) return;
        if (Interlocked.Increment(ref _count) <= capacity) _more.Enqueue(item);
        else Interlocked.Decrement(ref _count);
    }
}
