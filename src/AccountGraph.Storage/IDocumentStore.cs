namespace AccountGraph.Storage;

/// <summary>The port to the documents. Single use and every other race are decided by its guarded writes,
/// never by reading and then writing. A write that was answered survives the end of the process.</summary>
/// <remarks>Values, filters and changes that break the collection's declaration end in an
/// <see cref="ArgumentException"/>.</remarks>
/// <exception cref="StoreUnavailableException">Any call, when the store cannot be reached in time. Whether a write
/// was done is then unknown.</exception>
public interface IDocumentStore : IAsyncDisposable
{
    /// <summary>Makes the collection and its indexes where they are missing or declared otherwise. Comes before every
    /// other call for the collection.</summary>
    ValueTask EnsureAsync(CollectionDefinition collection, CancellationToken cancellation);

    ValueTask<Document?> GetAsync(CollectionDefinition collection, string id, CancellationToken cancellation);

    ValueTask<IReadOnlyList<Document>> FindAsync(
        CollectionDefinition collection, Query query, CancellationToken cancellation);

    ValueTask<long> CountAsync(CollectionDefinition collection, Filter filter, CancellationToken cancellation);

    /// <summary>Stores version 1, whatever version the document carries. Ends in Written or KeyTaken.</summary>
    ValueTask<WriteResult> InsertAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation);

    /// <summary>Replaces all fields if the stored version still equals the document's.</summary>
    ValueTask<WriteResult> ReplaceAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation);

    /// <summary>Changes one document if the guard holds for it, as one step. Ends in Written, Missing or KeyTaken.
    /// </summary>
    ValueTask<WriteResult> UpdateAsync(
        CollectionDefinition collection,
        string id,
        Filter guard,
        IReadOnlyList<Change> changes,
        CancellationToken cancellation);

    /// <summary>Removes one document if the guard holds for it. True for exactly one of many callers.</summary>
    ValueTask<bool> DeleteAsync(
        CollectionDefinition collection, string id, Filter guard, CancellationToken cancellation);

    /// <summary>Removes every match and tells how many. Not one step: a crash may leave some.</summary>
    ValueTask<long> DeleteManyAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation);

    /// <summary>Asks the store for a sign of life; used by the readiness check.</summary>
    ValueTask PingAsync(CancellationToken cancellation);
}
