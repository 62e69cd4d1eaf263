using AccountGraph.Storage.Adapters;

namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>All documents of one partition, immutable, in every order that was asked for so far.</summary>
internal sealed class PartitionList
{
    /// <summary>Longer lists are pages of a table rather than somebody's few belongings, and are not kept.</summary>
    public const int MaxCount = 500;

    private static readonly Sort ById = new(DocumentRules.IdField);

    private readonly Document[] _byId;
    private (Sort Order, Document[] Documents)[] _sorted;

    public PartitionList(IEnumerable<Document> documents)
    {
        _byId = [.. documents.OrderBy(document => document.Id, TextOrder.ByCodePoint)];
        _sorted = [(ById, _byId)];
        Weight = _byId.Sum(document => 1 + DocumentCache.Weigh(document));
    }

    public int Count => _byId.Length;

    public int Weight { get; }

    public IReadOnlyList<Document> In(Sort? order, int limit)
    {
        var documents = Sorted(order ?? ById);
        return documents.Length <= limit ? documents : documents[..limit];
    }

    /// <summary>The list without the document of that id, and with the given one.</summary>
    public PartitionList With(string id, Document? document)
    {
        var others = _byId.Where(other => other.Id != id);
        return new PartitionList(document is null ? others : others.Append(document));
    }

    private Document[] Sorted(Sort order)
    {
        foreach (var sorted in Volatile.Read(ref _sorted))
        {
            if (sorted.Order == order) return sorted.Documents;
        }

        return Sort(order);
    }

    // Apart from its caller, which would else allocate the closure for every hit.
    private Document[] Sort(Sort order)
    {
        var documents = (Document[])_byId.Clone();
        Array.Sort(documents, (left, right) => Compare(left, right, order.Field));
        if (order.Descending) Array.Reverse(documents);

        // Two readers may do this at once; then one result is made again later.
        Volatile.Write(ref _sorted, [.. _sorted, (order, documents)]);
        return documents;
    }

    private static int Compare(Document left, Document right, string field)
    {
        var byField = field == DocumentRules.IdField
            ? 0
            : Compare(left.Fields.GetValueOrDefault(field), right.Fields.GetValueOrDefault(field));
        return byField != 0 ? byField : TextOrder.ByCodePoint.Compare(left.Id, right.Id);
    }

    private static int Compare(object? left, object? right) =>
        left is string || right is string
            ? TextOrder.ByCodePoint.Compare(left as string, right as string)
            : Comparer<long?>.Default.Compare(Number(left), Number(right));

    // An absent value comes first, as in SQLite.
    private static long? Number(object? value) => value switch
    {
        long integer => integer,
        bool flag => flag ? 1 : 0,
        Instant instant => instant.UnixMilliseconds,
        _ => null,
    };
}
