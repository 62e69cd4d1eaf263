using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.Sqlite.Caching;

namespace AccountGraph.Storage.Sqlite;

public sealed partial class SqliteDocumentStore
{
    public ValueTask<Document?> GetAsync(
        CollectionDefinition collection, string id, CancellationToken cancellation)
    {
        var table = _tables[collection];
        return table.Cache.FindDocument(id) is { } cached
            ? new ValueTask<Document?>(cached)
            : new ValueTask<Document?>(GetFromFileAsync(table, id, cancellation));
    }

    public ValueTask<IReadOnlyList<Document>> FindAsync(
        CollectionDefinition collection, Query query, CancellationToken cancellation)
    {
        var table = _tables[collection];
        var partition = WholePartition(table, query);
        if (partition is not null && table.Cache.FindList(partition) is { } list)
        {
            return new ValueTask<IReadOnlyList<Document>>(list.In(query.Order, query.Limit));
        }

        DocumentRules.Check(table.Definition, query);
        return new ValueTask<IReadOnlyList<Document>>(FindInFileAsync(table, query, partition, cancellation));
    }

    public ValueTask<long> CountAsync(
        CollectionDefinition collection, Filter filter, CancellationToken cancellation)
    {
        var table = _tables[collection];
        DocumentRules.Check(table.Definition, filter);
        var sql = new SqlFilter().Write(table.Count).Where(filter);
        return new ValueTask<long>(ReadAsync(
            session => session.Run(sql.Sql, count => count.Bind(sql.Parameters).Step() ? count.Integer(0) : 0),
            cancellation));
    }

    // The work is made in methods of its own: in the ones above, a hit would pay for its closure too.
    private Task<Document?> GetFromFileAsync(CollectionTable table, string id, CancellationToken cancellation) =>
        ReadAsync(session => Get(session, table, id), cancellation);

    private Task<IReadOnlyList<Document>> FindInFileAsync(
        CollectionTable table, Query query, string? partition, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<Document>>(session => Find(session, table, query, partition), cancellation);

    private static Document? Get(SqliteSession session, CollectionTable table, string id)
    {
        var stamp = table.Cache.DocumentStamp(id);
        var document = session.Run(
            table.Get, row => row.Bind(1, id).Step() ? Read(table, row) : null);
        if (document is not null) table.Cache.Offer(document, stamp);
        return document;
    }

    private static List<Document> Find(SqliteSession session, CollectionTable table, Query query, string? partition)
    {
        var stamp = partition is null ? 0 : table.Cache.ListStamp(partition);
        var sql = table.Page(query);
        var documents = session.Run(
            sql.Sql,
            rows =>
            {
                var found = new List<Document>();
                rows.Bind(sql.Parameters);
                while (rows.Step()) found.Add(Read(table, rows));
                return found;
            });

        // A page that is not full has shown all there is.
        var isWhole = documents.Count < query.Limit && documents.Count <= PartitionList.MaxCount;
        if (partition is not null && isWhole)
        {
            table.Cache.Offer(partition, new PartitionList(documents), stamp);
        }

        return documents;
    }

    private static Document Read(CollectionTable table, Statement row) =>
        table.Json.Decode(row.Text(0), row.Integer(1), row.Utf8(2));

    /// <summary>The partition, when the query asks for all of its documents from the start.</summary>
    private static string? WholePartition(CollectionTable table, Query query)
    {
        var isFirstPage = query.Offset == 0 && query.After is null && query.Limit > 0;
        return isFirstPage
            && query.Where is Filter.Compare { Operator: ComparisonOperator.Equal, Value: string partition } compare
            && compare.Field == table.Definition.PartitionField
                ? partition
                : null;
    }

    private Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation) =>
        _reading is null
            ? _writing.RunAsync(writer => work(writer.Session), cancellation)
            : _reading.RunAsync(work, cancellation);

    private static void Read(SqliteSession session, IReadOnlyList<Call<SqliteSession>> calls)
    {
        foreach (var call in calls)
        {
            try
            {
                call.Run(session);
                call.Complete();
            }
            catch (Exception failure)
            {
                call.Fail(SqliteFailure.Translate(failure));
            }
        }
    }
}
