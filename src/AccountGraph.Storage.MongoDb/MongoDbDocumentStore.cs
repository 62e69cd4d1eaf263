using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.MongoDb.Bson;
using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.MongoDb;

/// <summary>Documents in MongoDB, through its C driver. The driver's calls block, so they run on threads of the
/// store's own; it discovers servers, reconnects and retries by itself.</summary>
public sealed partial class MongoDbDocumentStore : IDocumentStore
{
    private const string PartitionIndex = "partition";

    private readonly MongoPool _pool;
    private readonly IReadOnlyList<MongoSession> _sessions;
    private readonly WorkerThreads<MongoSession> _threads;
    private readonly SelectionPause _pause = new();
    private readonly EnsuredCollections<DocumentBson> _collections = new();
    private readonly int _maxTimeMilliseconds;

    private MongoDbDocumentStore(MongoDbOptions options, MongoPool pool, IReadOnlyList<MongoSession> sessions)
    {
        (_pool, _sessions) = (pool, sessions);
        _maxTimeMilliseconds = options.TimeoutSeconds * 1000;
        _threads = new WorkerThreads<MongoSession>(
            new WorkerLimits("MongoDB", options.QueueCapacity, TimeSpan.FromSeconds(options.TimeoutSeconds)),
            sessions,
            Run);
    }

    /// <summary>Version of the native library, for the log.</summary>
    public static string Library => LibMongoc.Load();

    /// <summary>Prepares the store without waiting for a server.</summary>
    /// <exception cref="StoreUnavailableException">The native library is missing, or the connection string is not
    /// valid; the message names the setting.</exception>
    public static MongoDbDocumentStore Open(MongoDbOptions options)
    {
        LibMongoc.Load();
        var pool = MongoPool.Create(options);
        return new MongoDbDocumentStore(
            options, pool, [.. Enumerable.Range(0, options.Threads).Select(_ => pool.Open())]);
    }

    public async ValueTask EnsureAsync(CollectionDefinition collection, CancellationToken cancellation)
    {
        DocumentRules.Check(collection);
        foreach (var index in IndexesOf(collection))
        {
            await RunAsync(session => EnsureIndex(session, collection, index), cancellation);
        }

        _collections.Add(collection, new DocumentBson(collection));
    }

    public async ValueTask PingAsync(CancellationToken cancellation) => await RunAsync(
        session =>
        {
            session.Writer.Begin().Write("ping", 1).Write("maxTimeMS", _maxTimeMilliseconds).End();
            return session.Read().Length;
        },
        cancellation);

    /// <summary>Finishes what waits, then closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _threads.DisposeAsync();
        foreach (var session in _sessions) session.Dispose();
        _pool.Dispose();
    }

    private static IEnumerable<IndexDefinition> IndexesOf(CollectionDefinition collection)
    {
        var hasOwn = collection.Indexes.Any(index => index.Fields[0] == collection.PartitionField);
        return collection.PartitionField is { } partition && !hasOwn
            ? collection.Indexes.Append(new IndexDefinition(PartitionIndex, [partition]))
            : collection.Indexes;
    }

    private static bool EnsureIndex(MongoSession session, CollectionDefinition collection, IndexDefinition index)
    {
        try
        {
            CreateIndex(session, collection, index);
        }
        catch (MongoException conflict) when (conflict.IsIndexConflict)
        {
            session.Writer.Begin().Write("dropIndexes", collection.Name).Write("index", index.Name).End();
            session.Write();
            CreateIndex(session, collection, index);
        }

        return true;
    }

    private static void CreateIndex(MongoSession session, CollectionDefinition collection, IndexDefinition index)
    {
        var writer = session.Writer.Begin().Write("createIndexes", collection.Name);
        writer.BeginArray("indexes").BeginDocument("0").Write("name", index.Name).BeginDocument("key");
        foreach (var field in index.Fields) writer.Write(field, 1);
        // Ties are ordered by the id. Only a plain index can carry it without another meaning.
        if (!index.Unique && !index.Optional && !index.Expires) writer.Write(DocumentBson.Id, 1);
        writer.End();
        if (index.Unique) writer.Write("unique", true);
        // Documents without the field stay outside, else only one of them could be.
        if (index.Optional) writer.Write("sparse", true);
        if (index.Expires) writer.Write("expireAfterSeconds", 0);
        writer.End().End().End();
        try
        {
            session.Write();
        }
        catch (MongoException taken) when (taken.IsDuplicateKey)
        {
            throw DocumentRules.NotUnique(collection, index.Name, taken);
        }
    }

    private Task<T> RunAsync<T>(Func<MongoSession, T> work, CancellationToken cancellation) =>
        _pause.IsOn ? Task.FromException<T>(Paused()) : _threads.RunAsync(work, cancellation);

    private void Run(MongoSession session, IReadOnlyList<Call<MongoSession>> calls)
    {
        foreach (var call in calls)
        {
            try
            {
                if (_pause.IsOn) throw Paused();
                call.Run(session);
                call.Complete();
            }
            catch (Exception failure)
            {
                if (failure is MongoException { IsSelectionFailure: true }) _pause.Begin();
                call.Fail(MongoFailure.Translate(failure));
            }
        }
    }

    private static StoreUnavailableException Paused() => new("MongoDB was not found a moment ago.");
}
