using System.Collections.Concurrent;

namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>The documents and partition lists of one collection that are kept in memory, always equal to what the
/// database holds.</summary>
/// <remarks>
/// The process owns its file and one thread writes, so the writer knows of every change. Before it commits it
/// announces the keys (<see cref="BeginWrite"/>): their values disappear and readers ask the database. After the
/// commit, and before anybody is told of it, it ends them with the new values. A reader that asked the
/// database may keep its answer only if no write of the stripe was announced or ended since before it asked
/// (<see cref="Stripe.IsUntouchedSince"/>). So no order of events keeps a value that a commit has replaced, and
/// nobody who saw the new state in the database can find the old one here.
/// </remarks>
internal sealed class CollectionCache(DocumentCache room)
{
    private const int Stripes = 64;

    private readonly ConcurrentDictionary<string, CacheEntry<Document>> _documents = new();
    private readonly ConcurrentDictionary<string, CacheEntry<PartitionList>> _lists = new();
    private readonly Stripe[] _documentStripes = MakeStripes();
    private readonly Stripe[] _listStripes = MakeStripes();

    public Document? FindDocument(string id) => _documents.TryGetValue(id, out var entry) ? entry.Value : null;

    public PartitionList? FindList(string partition) =>
        _lists.TryGetValue(partition, out var entry) ? entry.Value : null;

    public long DocumentStamp(string id) => Of(_documentStripes, id).Stamp;

    public long ListStamp(string partition) => Of(_listStripes, partition).Stamp;

    /// <summary>Keeps what was read from the database after the stamp was taken, unless it may have changed since.
    /// </summary>
    public void Offer(Document document, long stamp) =>
        Offer(_documents, _documentStripes, document.Id, document, DocumentCache.Weigh(document), stamp);

    public void Offer(string partition, PartitionList list, long stamp) =>
        Offer(_lists, _listStripes, partition, list, list.Weight, stamp);

    public void BeginWrite(in DocumentWrite write)
    {
        if (room.IsOff) return;
        var stripe = Of(_documentStripes, write.Id);
        lock (stripe)
        {
            stripe.BeginWrite();
            // Made even where nothing was kept: what was written is likely to be read.
            if (!_documents.TryGetValue(write.Id, out var entry)) entry = Add(_documents, write.Id, stripe);
            entry.BeginWrite();
        }

        if (write.OldPartition is { } old) BeginList(old);
        if (write.NewPartition is { } now && now != write.OldPartition) BeginList(now);
    }

    /// <summary>After the commit; or after its failure, with nothing committed: then the keys are forgotten.</summary>
    public void EndWrite(in DocumentWrite write, bool isCommitted)
    {
        if (room.IsOff) return;
        var document = isCommitted ? write.Now : null;
        var stripe = Of(_documentStripes, write.Id);
        int growth;
        lock (stripe)
        {
            stripe.EndWrite();
            growth = _documents[write.Id].EndWrite(document, document is null ? 0 : DocumentCache.Weigh(document));
        }

        room.Grow(growth);
        if (write.OldPartition is { } old) EndList(old, write, isCommitted);
        if (write.NewPartition is { } now && now != write.OldPartition) EndList(now, write, isCommitted);
    }

    private void BeginList(string partition)
    {
        var stripe = Of(_listStripes, partition);
        lock (stripe)
        {
            stripe.BeginWrite();
            if (_lists.TryGetValue(partition, out var entry)) entry.BeginWrite();
        }
    }

    private void EndList(string partition, in DocumentWrite write, bool isCommitted)
    {
        var listed = partition == write.NewPartition ? write.Now : null;
        var stripe = Of(_listStripes, partition);
        var growth = 0;
        lock (stripe)
        {
            stripe.EndWrite();
            // An entry is here only if it was at the announcement: nothing is offered or evicted in between.
            if (_lists.TryGetValue(partition, out var entry))
            {
                var list = isCommitted ? entry.Held?.With(write.Id, listed) : null;
                if (list?.Count > PartitionList.MaxCount) list = null;
                growth = entry.EndWrite(list, list?.Weight ?? 0);
            }
        }

        room.Grow(growth);
    }

    private void Offer<T>(
        ConcurrentDictionary<string, CacheEntry<T>> home, Stripe[] stripes, string key, T value, int weight, long stamp)
        where T : class
    {
        if (room.IsOff) return;
        var stripe = Of(stripes, key);
        int growth;
        lock (stripe)
        {
            if (!stripe.IsUntouchedSince(stamp) || home.ContainsKey(key)) return;
            var entry = Add(home, key, stripe);
            entry.BeginWrite();
            growth = entry.EndWrite(value, weight);
        }

        room.Grow(growth);
    }

    private CacheEntry<T> Add<T>(ConcurrentDictionary<string, CacheEntry<T>> home, string key, Stripe stripe)
        where T : class
    {
        var entry = new CacheEntry<T>(home, key, stripe);
        home[key] = entry;
        room.Register(entry);
        return entry;
    }

    private static Stripe Of(Stripe[] stripes, string key) => stripes[(uint)key.GetHashCode() % Stripes];

    private static Stripe[] MakeStripes() => [.. Enumerable.Range(0, Stripes).Select(_ => new Stripe())];
}
