using System.Runtime.InteropServices;
using AccountGraph.Storage.MongoDb.Bson;
using static AccountGraph.Storage.MongoDb.Native.LibMongoc;

namespace AccountGraph.Storage.MongoDb.Native;

/// <summary>One client of the pool with the memory that its calls need; used by one thread at a time. Answers are
/// valid until the next call.</summary>
internal sealed unsafe class MongoSession : IDisposable
{
    // sizeof(bson_t), which is also its alignment.
    private const int BsonSize = 128;

    private readonly nint _pool;
    private readonly nint _client;
    private readonly string _database;
    private readonly Dictionary<string, nint> _collections = [];
    private readonly byte* _memory;
    private byte[] _reply = new byte[1024];

    public MongoSession(nint pool, string database)
    {
        (_pool, _database) = (pool, database);
        _client = mongoc_client_pool_pop(pool);
        _memory = (byte*)NativeMemory.AlignedAlloc((3 * BsonSize) + (nuint)sizeof(BsonError), BsonSize);
    }

    /// <summary>For the command, the document or the filter of the next call.</summary>
    public BsonWriter Writer { get; } = new();

    /// <summary>For the second document, where a call takes two.</summary>
    public BsonWriter Second { get; } = new();

    private void* FirstBson => _memory;

    private void* SecondBson => _memory + BsonSize;

    private void* ReplyBson => _memory + (2 * BsonSize);

    private BsonError* Error => (BsonError*)(_memory + (3 * BsonSize));

    /// <summary>Sends the written command; retried once when the connection breaks.</summary>
    public ReadOnlySpan<byte> Read()
    {
        fixed (byte* command = Writer.Written)
        {
            Init(FirstBson, command, Writer);
            return Answer(mongoc_client_read_command_with_opts(
                _client, _database, FirstBson, 0, null, ReplyBson, Error));
        }
    }

    /// <summary>Sends the written command; of these the driver retries only findAndModify.</summary>
    public ReadOnlySpan<byte> Write()
    {
        fixed (byte* command = Writer.Written)
        {
            Init(FirstBson, command, Writer);
            return Answer(mongoc_client_write_command_with_opts(
                _client, _database, FirstBson, null, ReplyBson, Error));
        }
    }

    /// <summary>Inserts the written document; retried as MongoDB's retryable writes are.</summary>
    public void InsertOne(string collection)
    {
        fixed (byte* document = Writer.Written)
        {
            Init(FirstBson, document, Writer);
            Answer(mongoc_collection_insert_one(Collection(collection), FirstBson, null, ReplyBson, Error));
        }
    }

    /// <summary>Replaces what the second document matches by the first; retried as well.</summary>
    public ReadOnlySpan<byte> ReplaceOne(string collection)
    {
        fixed (byte* document = Writer.Written, selector = Second.Written)
        {
            Init(FirstBson, document, Writer);
            Init(SecondBson, selector, Second);
            return Answer(mongoc_collection_replace_one(
                Collection(collection), SecondBson, FirstBson, null, ReplyBson, Error));
        }
    }

    /// <summary>Deletes what the written filter matches; retried as well.</summary>
    public ReadOnlySpan<byte> DeleteOne(string collection)
    {
        fixed (byte* selector = Writer.Written)
        {
            Init(FirstBson, selector, Writer);
            return Answer(mongoc_collection_delete_one(Collection(collection), FirstBson, null, ReplyBson, Error));
        }
    }

    public void Dispose()
    {
        foreach (var collection in _collections.Values) mongoc_collection_destroy(collection);
        mongoc_client_pool_push(_pool, _client);
        NativeMemory.AlignedFree(_memory);
    }

    private static void Init(void* bson, byte* data, BsonWriter writer) =>
        bson_init_static(bson, data, (nuint)writer.Written.Length);

    private nint Collection(string name)
    {
        if (_collections.TryGetValue(name, out var collection)) return collection;
        collection = mongoc_client_get_collection(_client, _database, name);
        _collections.Add(name, collection);
        return collection;
    }

    // The driver initialises the reply whether or not the call succeeds.
    private ReadOnlySpan<byte> Answer(bool isOk)
    {
        try
        {
            if (!isOk) throw Error->ToException();

            // The length is the second member of bson_t.
            var reply = new ReadOnlySpan<byte>(bson_get_data(ReplyBson), ((int*)ReplyBson)[1]);
            if (_reply.Length < reply.Length) _reply = new byte[reply.Length * 2];
            reply.CopyTo(_reply);
            return _reply.AsSpan(0, reply.Length);
        }
        finally
        {
            bson_destroy(ReplyBson);
        }
    }
}
