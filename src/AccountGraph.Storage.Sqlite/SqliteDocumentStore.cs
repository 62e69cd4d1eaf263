using System.Collections.Concurrent;
using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.Sqlite.Caching;

namespace AccountGraph.Storage.Sqlite;

/// <summary>Documents in one SQLite file, as JSON text with indexes over its fields. The file belongs to the
/// process that opened it; recently used documents are kept in memory and answered without a thread switch.</summary>
public sealed partial class SqliteDocumentStore : IDocumentStore
{
    private readonly SqliteFile _file;
    private readonly TimeProvider _time;
    private readonly SqliteWriter _writer;
    private readonly WorkerThreads<SqliteWriter> _writing;
    private readonly IReadOnlyList<SqliteSession> _readers;
    private readonly WorkerThreads<SqliteSession>? _reading;
    private readonly DocumentCache _cache;
    private readonly ConcurrentDictionary<string, CollectionCache> _caches = new();
    private readonly EnsuredCollections<CollectionTable> _tables = new();
    private readonly ITimer _sweeper;

    internal SqliteDocumentStore(
        SqliteOptions options, TimeProvider time,
        SqliteFile file, SqliteWriter writer, IReadOnlyList<SqliteSession> readers)
    {
        var deadline = TimeSpan.FromSeconds(options.TimeoutSeconds);
        (_file, _time, _writer, _readers) = (file, time, writer, readers);
        _cache = new DocumentCache(options.CacheEntries);
        _writing = new WorkerThreads<SqliteWriter>(
            new WorkerLimits("SQLite writer", options.QueueCapacity, deadline, SqliteWriter.MaxBatch),
            [writer],
            static (session, calls) => session.Run(calls));
        if (readers.Count > 0)
        {
            _reading = new WorkerThreads<SqliteSession>(
                new WorkerLimits("SQLite reader", options.QueueCapacity, deadline), readers, Read);
        }

        var pause = TimeSpan.FromSeconds(options.SweepSeconds);
        _sweeper = time.CreateTimer(_ => _ = SweepQuietlyAsync(), null, pause, pause);
    }

    /// <summary>Version and origin of the native library, for the log.</summary>
    public static string Library => SqliteLibrary.Description;

    /// <summary>How much of the cache's room is taken.</summary>
    internal long CachedWeight => _cache.Weight;

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used; the message names the setting and the reason.
    /// </exception>
    public static SqliteDocumentStore Open(SqliteOptions options, TimeProvider time)
    {
        _ = SqliteLibrary.Description;
        var file = SqliteFile.Claim(options);
        try
        {
            var writer = new SqliteWriter(file.OpenWriter());
            // A database in memory is seen by its own connection only, so there the writer reads as well.
            var readers = options.Path == SqliteOptions.InMemory ? 0 : options.ReaderThreads;
            return new SqliteDocumentStore(
                options, time, file, writer, [.. Enumerable.Range(0, readers).Select(_ => file.OpenReader())]);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public async ValueTask EnsureAsync(CollectionDefinition collection, CancellationToken cancellation)
    {
        DocumentRules.Check(collection);
        var cache = _caches.GetOrAdd(collection.Name, _ => new CollectionCache(_cache));
        var table = new CollectionTable(collection, cache);
        await _writing.RunAsync(
            writer =>
            {
                CollectionSchema.Ensure(writer.Session, table);
                return true;
            },
            cancellation);
        _tables.Add(collection, table);
    }

    public async ValueTask PingAsync(CancellationToken cancellation) =>
        await ReadAsync(static session => session.Run("select 1", static row => row.Step()), cancellation);

    /// <summary>Removes what expired, as the timer does.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = Instant.From(_time.GetUtcNow());
        foreach (var table in _tables.All)
        {
            foreach (var index in table.Definition.Indexes.Where(index => index.Expires))
            {
                var expired = new Filter.Compare(index.Fields[0], ComparisonOperator.LessOrEqual, now);
                await DeleteManyAsync(table.Definition, expired, cancellation);
            }
        }
    }

    /// <summary>Finishes what waits, then gives the file free.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sweeper.DisposeAsync();
        if (_reading is not null) await _reading.DisposeAsync();
        await _writing.DisposeAsync();
        foreach (var reader in _readers) reader.Dispose();
        _writer.Dispose();
        _file.Dispose();
    }

    private async Task SweepQuietlyAsync()
    {
        try
        {
            await SweepAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Housekeeping: the next round tries again, and callers see the same trouble themselves.
        }
    }
}
