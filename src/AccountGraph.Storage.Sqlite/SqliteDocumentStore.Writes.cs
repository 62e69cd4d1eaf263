using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.Sqlite.Caching;
using Microsoft.Data.Sqlite;

namespace AccountGraph.Storage.Sqlite;

public sealed partial class SqliteDocumentStore
{
    // Between two parts of a large removal other writes get their turn.
    private const int RemovedAtOnce = 500;

    public async ValueTask<WriteResult> InsertAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation)
    {
        var table = _tables[collection];
        DocumentRules.Check(table.Definition, document);
        return await _writing.RunAsync(writer => Insert(writer, table, document), cancellation);
    }

    public async ValueTask<WriteResult> ReplaceAsync(
        CollectionDefinition collection, Document document, CancellationToken cancellation)
    {
        var table = _tables[collection];
        DocumentRules.Check(table.Definition, document);
        return await _writing.RunAsync(writer => Replace(writer, table, document), cancellation);
    }

    public async ValueTask<WriteResult> UpdateAsync(
        CollectionDefinition collection,
        string id,
        Filter guard,
        IReadOnlyList<Change> changes,
        CancellationToken cancellation)
    {
        var table = _tables[collection];
        DocumentRules.Check(table.Definition, guard);
        DocumentRules.Check(table.Definition, changes);
        return await _writing.RunAsync(writer => Update(writer, table, id, guard, changes), cancellation);
    }

    public async ValueTask<bool> DeleteAsync(
        CollectionDefinition collection, string id, Filter guard, CancellationToken cancellation)
    {
        var table = _tables[collection];
        DocumentRules.Check(table.Definition, guard);
        var sql = table.Delete(id, guard);
        return await _writing.RunAsync(writer => Delete(writer, table, sql), cancellation) > 0;
    }

    public async ValueTask<long> DeleteManyAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation)
    {
        var table = _tables[collection];
        DocumentRules.Check(table.Definition, filter);
        var sql = table.DeleteSome(filter, RemovedAtOnce);

        var removed = 0L;
        int part;
        do
        {
            part = await _writing.RunAsync(writer => Delete(writer, table, sql), cancellation);
            removed += part;
        }
        while (part == RemovedAtOnce);
        return removed;
    }

    private static WriteResult Insert(SqliteWriter writer, CollectionTable table, Document document)
    {
        var json = table.Json.Encode(document.Fields);
        if (Execute(writer, table, table.Insert, document.Id, json) is { } refusal) return refusal;
        return Written(writer, table, table.Json.Decode(document.Id, 1, json.Span), oldPartition: null);
    }

    private static WriteResult Replace(SqliteWriter writer, CollectionTable table, Document document)
    {
        var stand = writer.Session.Run(
            table.Stand,
            row => row.Bind(1, document.Id).Step() ? (Version: row.Integer(0), Partition: row.TextOrNull(1)) : default);
        if (stand.Version == 0) return WriteResult.Missing;
        if (stand.Version != document.Version) return WriteResult.VersionMoved;
        return Write(writer, table, document, document.Fields, stand.Partition);
    }

    private static WriteResult Update(
        SqliteWriter writer, CollectionTable table, string id, Filter guard, IReadOnlyList<Change> changes)
    {
        var sql = new SqlFilter().Write(table.Select).Write("id=").Value(id).Write(" and ").Where(guard);
        var document = writer.Session.Run(
            sql.Sql, row => row.Bind(sql.Parameters).Step() ? Read(table, row) : null);
        if (document is null) return WriteResult.Missing;

        // No other connection writes, so nothing can have changed between the statements.
        var fields = ChangedFields.Apply(document, changes);
        return Write(writer, table, document, fields, table.PartitionOf(document));
    }

    private static WriteResult Write(
        SqliteWriter writer,
        CollectionTable table,
        Document before,
        IReadOnlyDictionary<string, object> fields,
        string? oldPartition)
    {
        var json = table.Json.Encode(fields);
        var version = before.Version + 1;
        if (Execute(writer, table, table.Write, version, json, before.Id) is { } refusal) return refusal;
        return Written(writer, table, table.Json.Decode(before.Id, version, json.Span), oldPartition);
    }

    /// <summary>What is answered and cached is what was stored, read back, not what the caller may still change.
    /// </summary>
    private static WriteResult Written(
        SqliteWriter writer, CollectionTable table, Document document, string? oldPartition)
    {
        writer.Changed(new DocumentWrite(
            table.Cache, document.Id, oldPartition, table.PartitionOf(document), document));
        return WriteResult.Written(document);
    }

    private static int Delete(SqliteWriter writer, CollectionTable table, SqlFilter sql) => writer.Session.Run(
        sql.Sql,
        rows =>
        {
            var count = 0;
            rows.Bind(sql.Parameters);
            for (; rows.Step(); count++)
            {
                writer.Changed(new DocumentWrite(table.Cache, rows.Text(0), rows.TextOrNull(1), null, null));
            }

            return count;
        });

    /// <summary>Null when it was done. A refused statement undoes itself and leaves the transaction as it was.
    /// </summary>
    private static WriteResult? Execute(
        SqliteWriter writer, CollectionTable table, string sql, params ReadOnlySpan<object> parameters)
    {
        try
        {
            writer.Session.Execute(sql, parameters);
            return null;
        }
        catch (SqliteException failure) when (SqliteFailure.IsConstraint(failure))
        {
            return WriteResult.KeyTaken(SqliteFailure.RefusedBy(failure, table) ?? DocumentRules.IdField);
        }
    }
}
