using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests;

/// <summary>Counts the calls that reach a store, by kind.</summary>
internal sealed class CountingStore(IDocumentStore inner) : IDocumentStore
{
    private int _reads;
    private int _writes;

    public (int Reads, int Writes) Counts => (_reads, _writes);

    public ValueTask EnsureAsync(CollectionDefinition collection, CancellationToken cancellation) =>
        inner.EnsureAsync(collection, cancellation);

    public ValueTask<Document?> GetAsync(CollectionDefinition collection, string id, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return inner.GetAsync(collection, id, cancellation);
    }

    public ValueTask<IReadOnlyList<Document>> FindAsync(
        CollectionDefinition collection, Query query, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return inner.FindAsync(collection, query, cancellation);
    }

    public ValueTask<long> CountAsync(CollectionDefinition collection, Filter filter, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return inner.CountAsync(collection, filter, cancellation);
    }

    public ValueTask<WriteResult> InsertAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _writes);
        return inner.InsertAsync(collection, document, cancellation);
    }

    public ValueTask<WriteResult> ReplaceAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _writes);
        return inner.ReplaceAsync(collection, document, cancellation);
    }

    public ValueTask<WriteResult> UpdateAsync(
        CollectionDefinition collection,
        string id,
        Filter guard,
        IReadOnlyList<Change> changes,
        CancellationToken cancellation)
    {
        Interlocked.Increment(ref _writes);
        return inner.UpdateAsync(collection, id, guard, changes, cancellation);
    }

    public ValueTask<bool> DeleteAsync(
        CollectionDefinition collection, string id, Filter guard, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _writes);
        return inner.DeleteAsync(collection, id, guard, cancellation);
    }

    public ValueTask<long> DeleteManyAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _writes);
        return inner.DeleteManyAsync(collection, filter, cancellation);
    }

    public ValueTask PingAsync(CancellationToken cancellation) => inner.PingAsync(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
