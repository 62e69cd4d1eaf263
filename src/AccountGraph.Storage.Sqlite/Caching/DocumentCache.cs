using System.Collections.Concurrent;

namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>The room that all collections' caches share: when it is full, what was not used since the last round goes
/// (the CLOCK algorithm: reading costs no lock and no reordering).</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentQueue<IEvictable> _ring = new();
    private long _weight;

    public bool IsOff => capacity == 0;

    public long Weight => Interlocked.Read(ref _weight);

    /// <summary>An entry weighs one from here until the hand drops it, emptied or not: so the ring is bounded too.
    /// </summary>
    public void Register(IEvictable entry)
    {
        Interlocked.Increment(ref _weight);
        _ring.Enqueue(entry);
    }

    /// <summary>Not to be called under a stripe's lock.</summary>
    public void Grow(int weight)
    {
        Interlocked.Add(ref _weight, weight);
        // Two rounds clear every mark, so the visits are bounded by the entries there are.
        for (var visits = 2 * _ring.Count; visits > 0 && Weight > capacity; visits--)
        {
            if (!_ring.TryDequeue(out var entry)) return;
            if (entry.TryEvict(out var freed)) Interlocked.Add(ref _weight, -freed);
            else _ring.Enqueue(entry);
        }
    }

    /// <summary>What a document weighs beyond its entry: one for each KiB, so that large ones do not fill the
    /// memory.</summary>
    public static int Weigh(Document document)
    {
        var characters = document.Id.Length;
        foreach (var value in document.Fields.Values)
        {
            characters += value switch
            {
                string text => text.Length,
                IReadOnlyList<string> texts => texts.Sum(text => text.Length),
                _ => 8,
            };
        }

        return characters / 1024;
    }
}
