using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.Sqlite.Caching;

namespace AccountGraph.Storage.Sqlite;

/// <summary>The table of one collection: its statements, its JSON and its part of the read cache.</summary>
internal sealed class CollectionTable(CollectionDefinition definition, CollectionCache cache)
{
    private const string PartitionIndex = "partition";

    private readonly string _delete = $"delete from \"{definition.Name}\" where";
    private readonly string _deleted = $" returning id,{PartitionOf(definition)}";

    public CollectionDefinition Definition => definition;

    public CollectionCache Cache => cache;

    public DocumentJson Json { get; } = new(definition);

    public string Get { get; } = $"select id,version,doc from \"{definition.Name}\" where id=?";

    public string Insert { get; } = $"insert into \"{definition.Name}\"(id,version,doc) values(?,1,?)";

    public string Write { get; } = $"update \"{definition.Name}\" set version=?,doc=? where id=?";

    public string Count => $"select count(*) from \"{definition.Name}\" where ";

    public string Select => $"select id,version,doc from \"{definition.Name}\" where ";

    /// <summary>The version and the partition are all that a replacement needs to know of what was there.</summary>
    public string Stand => $"select version,{PartitionOf(definition)} from \"{definition.Name}\" where id=?";

    /// <summary>The id and the partition of what was deleted come back.</summary>
    public SqlFilter Delete(string id, Filter guard) =>
        new SqlFilter().Write($"{_delete} id=").Value(id).Write(" and ").Where(guard).Write(_deleted);

    public SqlFilter DeleteSome(Filter filter, int most) => new SqlFilter()
        .Write($"{_delete} id in (select id from \"{definition.Name}\" where ").Where(filter)
        .Write($" limit {most}){_deleted}");

    /// <summary>Index names are one namespace in a database, so they carry the collection's name.</summary>
    public string IndexName(string index) => $"{definition.Name}_{index}";

    public string CreateTable() =>
        $"create table if not exists \"{definition.Name}\"" +
        "(id text primary key not null, version integer not null, doc text not null) without rowid";

    /// <summary>Names and statements of all indexes. An absent field is null, which SQLite lets stand any number of
    /// times in a unique index: an optional one needs nothing more.</summary>
    public IEnumerable<(string Name, string Sql)> Indexes()
    {
        foreach (var index in definition.Indexes)
        {
            yield return CreateIndex(index.Name, index.Unique, index.Fields);
        }

        if (definition.PartitionField is { } partition
            && !definition.Indexes.Any(index => index.Fields[0] == partition))
        {
            yield return CreateIndex(PartitionIndex, false, [partition]);
        }
    }

    public string? PartitionOf(Document document) =>
        definition.PartitionField is { } partition ? document.Text(partition) : null;

    public SqlFilter Page(Query query)
    {
        var order = query.Order ?? new Sort(DocumentRules.IdField);
        var sql = new SqlFilter().Write(Select).Where(query.Where);
        if (query.After is { } last) sql.Write(" and ").Behind(last, order);

        var direction = order.Descending ? " desc" : "";
        sql.Write($" order by {SqlFilter.Field(order.Field)}{direction}");
        if (order.Field != DocumentRules.IdField) sql.Write($",id{direction}");
        return sql.Write(" limit ").Value(query.Limit).Write(" offset ").Value(query.Offset);
    }

    private static string PartitionOf(CollectionDefinition definition) =>
        definition.PartitionField is { } partition ? SqlFilter.Field(partition) : "null";

    private (string Name, string Sql) CreateIndex(string name, bool isUnique, IReadOnlyList<string> fields)
    {
        var full = IndexName(name);
        var columns = string.Join(',', fields.Select(SqlFilter.Field));
        return (full, $"CREATE {(isUnique ? "UNIQUE " : "")}INDEX \"{full}\" on \"{definition.Name}\"({columns})");
    }
}
