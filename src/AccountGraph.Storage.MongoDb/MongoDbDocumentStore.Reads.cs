using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.MongoDb.Bson;
using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.MongoDb;

public sealed partial class MongoDbDocumentStore
{
    private static readonly Sort ById = new(DocumentBson.Id);

    public async ValueTask<Document?> GetAsync(
        CollectionDefinition collection, string id, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        return await RunAsync(session => Get(session, codec, id, out _), cancellation);
    }

    public async ValueTask<IReadOnlyList<Document>> FindAsync(
        CollectionDefinition collection, Query query, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, query);

        // To the server a limit of 0 means none.
        if (query.Limit == 0) return [];
        return await RunAsync(session => Find(session, codec, query), cancellation);
    }

    public async ValueTask<long> CountAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, filter);
        return await RunAsync(session => Count(session, codec, filter), cancellation);
    }

    private Document? Get(MongoSession session, DocumentBson codec, string id, out long stamp)
    {
        stamp = 0;
        session.Writer.Begin().Write("find", codec.Collection.Name)
            .BeginDocument("filter").Write(DocumentBson.Id, id).End()
            .Write("limit", 1).Write("singleBatch", true).Write("maxTimeMS", _maxTimeMilliseconds).End();
        var batch = FirstBatch(session.Read(), out _);
        return batch.Read() ? codec.Read(batch.Nested(), out stamp) : null;
    }

    private List<Document> Find(MongoSession session, DocumentBson codec, Query query)
    {
        var documents = new List<Document>();
        while (!ReadPage(session, codec, query, documents))
        {
            // A batch ends at 16 MB. The rest is asked for by the order, not by the server's cursor, which would have
            // to be followed on the very server that holds it.
            query = query with { After = documents[^1], Offset = 0, Limit = query.Limit - documents.Count };
        }

        return documents;
    }

    /// <summary>False when the server had more than it could send at once.</summary>
    private bool ReadPage(MongoSession session, DocumentBson codec, Query query, List<Document> documents)
    {
        var order = query.Order ?? ById;
        session.Writer.Begin().Write("find", codec.Collection.Name)
            .BeginDocument("filter").WritePage(query, order).End()
            .WriteOrder(order)
            .Write("skip", query.Offset).Write("limit", query.Limit).Write("batchSize", query.Limit)
            .Write("maxTimeMS", _maxTimeMilliseconds).End();
        var batch = FirstBatch(session.Read(), out var cursor);
        while (batch.Read()) documents.Add(codec.Read(batch.Nested()));
        return cursor == 0;
    }

    private long Count(MongoSession session, DocumentBson codec, Filter filter)
    {
        session.Writer.Begin().Write("count", codec.Collection.Name)
            .BeginDocument("query").WriteFilter(filter).End()
            .Write("maxTimeMS", _maxTimeMilliseconds).End();
        return Number(session.Read(), "n"u8);
    }

    private static BsonReader FirstBatch(ReadOnlySpan<byte> reply, out long cursorId)
    {
        var root = new BsonReader(reply);
        root.Find("cursor"u8);
        var cursor = new BsonReader(root.Nested());
        cursorId = 0;
        ReadOnlySpan<byte> batch = default;
        while (cursor.Read())
        {
            if (cursor.Name.SequenceEqual("firstBatch"u8)) batch = cursor.Nested();
            else if (cursor.Name.SequenceEqual("id"u8)) cursorId = cursor.Integer();
        }

        return new BsonReader(batch);
    }

    private static long Number(ReadOnlySpan<byte> reply, ReadOnlySpan<byte> name)
    {
        var reader = new BsonReader(reply);
        return reader.Find(name) ? reader.Integer() : 0;
    }
}
