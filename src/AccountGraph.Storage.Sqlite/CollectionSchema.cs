using AccountGraph.Storage.Adapters;
using Microsoft.Data.Sqlite;

namespace AccountGraph.Storage.Sqlite;

/// <summary>Brings a table and its indexes to what the collection declares.</summary>
internal static class CollectionSchema
{
    /// <summary>Runs inside the writer's transaction; leaves nothing half-made. An index whose declaration changed
    /// is built anew; one that is no longer declared stays.</summary>
    public static void Ensure(SqliteSession session, CollectionTable table)
    {
        session.Execute("savepoint ensure");
        try
        {
            session.Execute(table.CreateTable());
            foreach (var (name, sql) in table.Indexes()) EnsureIndex(session, name, sql);
        }
        catch (SqliteException failure)
        {
            session.Execute("rollback to ensure");
            session.Execute("release ensure");
            throw Explain(failure, table);
        }

        session.Execute("release ensure");
    }

    private static void EnsureIndex(SqliteSession session, string name, string sql)
    {
        var existing = session.Run(
            "select sql from sqlite_master where type='index' and name=?",
            found => found.Bind(1, name).Step() ? found.Text(0) : null);
        if (existing == sql) return;

        if (existing is not null) session.Execute($"drop index \"{name}\"");
        session.Execute(sql);
    }

    private static Exception Explain(SqliteException failure, CollectionTable table) =>
        SqliteFailure.IsConstraint(failure)
            ? DocumentRules.NotUnique(table.Definition, SqliteFailure.RefusedBy(failure, table), failure)
            : failure;
}
