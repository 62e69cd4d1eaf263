using System.Collections.Concurrent;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// Prepared documents by their exact bytes, bounded by weight. Reading takes no lock.
/// </summary>
/// <remarks>
/// <para>
/// A document enters on probation and leaves it again unless it is asked for a second time, so a flood of documents
/// that come once passes through a tenth of the cache and leaves the ones in use alone. Those that stay leave in order
/// of their arrival, except that one asked for since it was last looked at gets another round (S3-FIFO).
/// </para>
/// <para>
/// The hash is keyed with a secret of the process, and two documents of the same hash do not share a place: the
/// second is prepared anew each time. So a caller who searches for collisions gains nothing.
/// </para>
/// </remarks>
internal sealed class DocumentCache(long capacity)
{
    private const int MostUses = 3;

    private readonly ConcurrentDictionary<ulong, Entry> _entries = new();
    private readonly Queue<Entry> _probation = new();
    private readonly Queue<Entry> _kept = new();
    private readonly Lock _lock = new();
    private readonly KeyedHash _hash = new();
    private long _probationWeight;
    private long _keptWeight;

    /// <summary>The documents held now.</summary>
    public int Count => _entries.Count;

    /// <summary>The weight of the documents held now.</summary>
    public long Weight => Volatile.Read(ref _probationWeight) + Volatile.Read(ref _keptWeight);

    public PreparedDocument? Find(ReadOnlySpan<byte> utf8Document, out ulong hash)
    {
        hash = _hash.Compute(utf8Document);
        if (!_entries.TryGetValue(hash, out var entry) || !entry.Text.Span.SequenceEqual(utf8Document)) return null;

        // Written only while it still grows, so that a popular document's memory is not passed between processors.
        if (entry.Uses < MostUses) entry.Uses++;
        return entry.Document;
    }

    public void Add(ulong hash, ReadOnlyMemory<byte> text, PreparedDocument document, int weight)
    {
        // Nothing may take so much that it empties the cache on its own.
        if (weight > capacity / 8) return;

        var entry = new Entry(hash, text, document, weight);
        lock (_lock)
        {
            if (!_entries.TryAdd(hash, entry)) return;

            _probation.Enqueue(entry);
            _probationWeight += weight;
            while (_probationWeight + _keptWeight > capacity) Evict();
        }
    }

    private void Evict()
    {
        if (_probationWeight > capacity / 10 || _kept.Count == 0) EvictFromProbation();
        else EvictFromKept();
    }

    private void EvictFromProbation()
    {
        var entry = _probation.Dequeue();
        _probationWeight -= entry.Weight;
        if (entry.Uses > 0)
        {
            entry.Uses = 0;
            _kept.Enqueue(entry);
            _keptWeight += entry.Weight;
        }
        else
        {
            _entries.TryRemove(entry.Hash, out _);
        }
    }

    private void EvictFromKept()
    {
        var entry = _kept.Dequeue();
        if (entry.Uses > 0)
        {
            entry.Uses--;
            _kept.Enqueue(entry);
            return;
        }

        _keptWeight -= entry.Weight;
        _entries.TryRemove(entry.Hash, out _);
    }

    private sealed class Entry(ulong hash, ReadOnlyMemory<byte> text, PreparedDocument document, int weight)
    {
        public readonly ulong Hash = hash;
        public readonly ReadOnlyMemory<byte> Text = text;
        public readonly PreparedDocument Document = document;
        public readonly int Weight = weight;

        // Counted without a lock: a lost count only costs the document a little of its standing.
        public int Uses;
    }
}
