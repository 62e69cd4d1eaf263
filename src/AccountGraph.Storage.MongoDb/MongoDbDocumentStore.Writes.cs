using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.MongoDb.Bson;
using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.MongoDb;

public sealed partial class MongoDbDocumentStore
{
    public async ValueTask<WriteResult> InsertAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, document);
        return await RunAsync(session => Insert(session, codec, document), cancellation);
    }

    public async ValueTask<WriteResult> ReplaceAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, document);
        return await RunAsync(session => Replace(session, codec, document), cancellation);
    }

    public async ValueTask<WriteResult> UpdateAsync(
        CollectionDefinition collection,
        string id,
        Filter guard,
        IReadOnlyList<Change> changes,
        CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, guard);
        DocumentRules.Check(codec.Collection, changes);
        return await RunAsync(session => Update(session, codec, id, guard, changes), cancellation);
    }

    public async ValueTask<bool> DeleteAsync(
        CollectionDefinition collection, string id, Filter guard, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, guard);
        return await RunAsync(
            session =>
            {
                session.Writer.Begin().WriteGuarded(id, guard).End();
                return Number(session.DeleteOne(codec.Collection.Name), "deletedCount"u8) > 0;
            },
            cancellation);
    }

    public async ValueTask<long> DeleteManyAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation)
    {
        var codec = _collections[collection];
        DocumentRules.Check(codec.Collection, filter);
        return await RunAsync(session => DeleteMany(session, codec, filter), cancellation);
    }

    private WriteResult Insert(MongoSession session, DocumentBson codec, Document document)
    {
        var stamp = DocumentBson.NewStamp();
        DocumentBson.Write(session.Writer, document, version: 1, stamp);
        var inserted = codec.Read(session.Writer.Written);
        try
        {
            session.InsertOne(codec.Collection.Name);
            return WriteResult.Written(inserted);
        }
        catch (MongoException taken) when (taken.IsDuplicateKey)
        {
            var refusal = Refusal(taken);
            if (refusal.Index != DocumentRules.IdField) return refusal;

            // The driver retries an insert whose answer was lost; what refuses it may be its own first try.
            Get(session, codec, document.Id, out var stored);
            return stored == stamp ? WriteResult.Written(inserted) : refusal;
        }
    }

    private WriteResult Replace(MongoSession session, DocumentBson codec, Document document)
    {
        var stamp = DocumentBson.NewStamp();
        DocumentBson.Write(session.Writer, document, document.Version + 1, stamp);
        var replaced = codec.Read(session.Writer.Written);
        session.Second.Begin()
            .Write(DocumentBson.Id, document.Id).Write(DocumentBson.Version, document.Version).End();
        try
        {
            var matched = Number(session.ReplaceOne(codec.Collection.Name), "matchedCount"u8);
            if (matched > 0) return WriteResult.Written(replaced);
        }
        catch (MongoException taken) when (taken.IsDuplicateKey)
        {
            return Refusal(taken);
        }

        // As for an insert: the version may have been moved by the first try of this very replacement.
        if (Get(session, codec, document.Id, out var stored) is null) return WriteResult.Missing;
        return stored == stamp ? WriteResult.Written(replaced) : WriteResult.VersionMoved;
    }

    private WriteResult Update(
        MongoSession session, DocumentBson codec, string id, Filter guard, IReadOnlyList<Change> changes)
    {
        var writer = session.Writer.Begin().Write("findAndModify", codec.Collection.Name);
        writer.BeginDocument("query").WriteGuarded(id, guard).End();
        writer.BeginDocument("update");
        WriteChanges(writer, changes);
        writer.End().Write("new", true).Write("maxTimeMS", _maxTimeMilliseconds).End();
        try
        {
            var reply = new BsonReader(session.Write());
            return reply.Find("value"u8) && reply.Type == BsonType.Document
                ? WriteResult.Written(codec.Read(reply.Nested()))
                : WriteResult.Missing;
        }
        catch (MongoException taken) when (taken.IsDuplicateKey)
        {
            return Refusal(taken);
        }
    }

    private static void WriteChanges(BsonWriter writer, IReadOnlyList<Change> changes)
    {
        writer.BeginDocument("$inc").Write(DocumentBson.Version, 1L);
        foreach (var add in changes.OfType<Change.Add>()) writer.Write(add.Field, add.By);
        writer.End();

        // The server refuses an operator without fields.
        var sets = changes.OfType<Change.Set>().ToLookup(set => set.Value is null);
        if (sets[false].Any())
        {
            writer.BeginDocument("$set");
            foreach (var set in sets[false]) writer.WriteValue(set.Field, set.Value!);
            writer.End();
        }

        if (sets[true].Any())
        {
            writer.BeginDocument("$unset");
            foreach (var removal in sets[true]) writer.Write(removal.Field, true);
            writer.End();
        }
    }

    private static long DeleteMany(MongoSession session, DocumentBson codec, Filter filter)
    {
        session.Writer.Begin().Write("delete", codec.Collection.Name)
            .BeginArray("deletes").BeginDocument("0")
            .BeginDocument("q").WriteFilter(filter).End()
            .Write("limit", 0)
            .End().End().End();
        var reply = session.Write();
        ThrowIfRefused(reply);
        return Number(reply, "n"u8);
    }

    // Of a write sent as a plain command the driver reports success even when the server refused its statement.
    private static void ThrowIfRefused(ReadOnlySpan<byte> reply)
    {
        var reader = new BsonReader(reply);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual("writeErrors"u8))
            {
                var errors = new BsonReader(reader.Nested());
                if (errors.Read()) throw ErrorOf(errors.Nested(), MongoException.OfServer);
            }
            else if (reader.Name.SequenceEqual("writeConcernError"u8))
            {
                throw ErrorOf(reader.Nested(), MongoException.OfWriteConcern);
            }
        }
    }

    private static MongoException ErrorOf(ReadOnlySpan<byte> error, Func<int, string, MongoException> make)
    {
        var (code, message) = (0, "");
        var reader = new BsonReader(error);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual("code"u8)) code = (int)reader.Integer();
            else if (reader.Name.SequenceEqual("errmsg"u8)) message = reader.Text();
        }

        return make(code, message);
    }

    private static WriteResult Refusal(MongoException taken) =>
        WriteResult.KeyTaken(taken.RefusingIndex() is { } index and not "_id_" ? index : DocumentRules.IdField);
}
