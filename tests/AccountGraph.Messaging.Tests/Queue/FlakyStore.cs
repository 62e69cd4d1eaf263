using AccountGraph.Storage;

namespace AccountGraph.Messaging.Tests.Queue;

/// <summary>A store that refuses its next updates.</summary>
internal sealed class FlakyStore(IDocumentStore inner) : IDocumentStore
{
    private int _failures;

    public void FailNextUpdates(int count) => _failures = count;

    public ValueTask EnsureAsync(CollectionDefinition collection, CancellationToken cancellation) =>
        inner.EnsureAsync(collection, cancellation);

    public ValueTask<Document?> GetAsync(
        CollectionDefinition collection, string id, CancellationToken cancellation) =>
        inner.GetAsync(collection, id, cancellation);

    public ValueTask<IReadOnlyList<Document>> FindAsync(
        CollectionDefinition collection, Query query, CancellationToken cancellation) =>
        inner.FindAsync(collection, query, cancellation);

    public ValueTask<long> CountAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation) =>
        inner.CountAsync(collection, filter, cancellation);

    public ValueTask<WriteResult> InsertAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation) =>
        inner.InsertAsync(collection, document, cancellation);

    public ValueTask<WriteResult> ReplaceAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation) =>
        inner.ReplaceAsync(collection, document, cancellation);

    public ValueTask<WriteResult> UpdateAsync(
        CollectionDefinition collection,
        string id,
        Filter guard,
        IReadOnlyList<Change> changes,
        CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _failures) >= 0) throw new StoreUnavailableException("The store is away.");
        return inner.UpdateAsync(collection, id, guard, changes, cancellation);
    }

    public ValueTask<bool> DeleteAsync(
        CollectionDefinition collection, string id, Filter guard, CancellationToken cancellation) =>
        inner.DeleteAsync(collection, id, guard, cancellation);

    public ValueTask<long> DeleteManyAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation) =>
        inner.DeleteManyAsync(collection, filter, cancellation);

    public ValueTask PingAsync(CancellationToken cancellation) => inner.PingAsync(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
