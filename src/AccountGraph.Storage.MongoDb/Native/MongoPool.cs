using static AccountGraph.Storage.MongoDb.Native.LibMongoc;

namespace AccountGraph.Storage.MongoDb.Native;

/// <summary>The driver's pool, which discovers and watches the servers in threads of its own.</summary>
internal sealed unsafe class MongoPool : IDisposable
{
    // Servers' errors get a domain of their own.
    private const int ErrorApiVersion = 2;

    private readonly nint _pool;
    private readonly string _database;

    private MongoPool(nint pool, string database)
    {
        (_pool, _database) = (pool, database);
    }

    /// <summary>Connects to nothing yet: a server that is away is told by the first call.</summary>
    public static MongoPool Create(MongoDbOptions options)
    {
        if (options.ConnectionString.Length == 0) throw Invalid("it is needed, such as mongodb://localhost:27017");
        BsonError error;
        var uri = mongoc_uri_new_with_error(ConnectionDefaults.Apply(options), &error);
        if (uri == 0) throw Invalid(options, error);
        try
        {
            var pool = mongoc_client_pool_new_with_error(uri, &error);
            if (pool == 0) throw Invalid(options, error);

            mongoc_client_pool_set_error_api(pool, ErrorApiVersion);
            // Each thread keeps its client for life; a smaller pool would let the last threads wait for ever.
            mongoc_client_pool_max_size(pool, (uint)options.Threads);
            return new MongoPool(pool, options.Database);
        }
        finally
        {
            mongoc_uri_destroy(uri);
        }
    }

    public MongoSession Open() => new(_pool, _database);

    /// <summary>After all sessions.</summary>
    public void Dispose() => mongoc_client_pool_destroy(_pool);

    // The driver's text may repeat parts of the string, so it is told only where the string holds no password.
    private static StoreUnavailableException Invalid(MongoDbOptions options, BsonError error) =>
        Invalid(options.ConnectionString.Contains('@', StringComparison.Ordinal)
            ? "it is not a valid MongoDB connection string"
            : error.ToException().Message.TrimEnd('.'));

    private static StoreUnavailableException Invalid(string reason) =>
        new($"{MongoDbOptions.Section}:ConnectionString: {reason}.");
}
