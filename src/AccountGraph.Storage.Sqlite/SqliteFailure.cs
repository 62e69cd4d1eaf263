using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AccountGraph.Storage.Sqlite;

/// <summary>What SQLite's result codes mean to a caller.</summary>
internal static class SqliteFailure
{
    public static StoreUnavailableException Unusable(string path, string reason, Exception? inner = null)
    {
        var message = $"{SqliteOptions.Section}:Path: the database {path} cannot be used: {reason}.";
        return inner is null ? new StoreUnavailableException(message) : new StoreUnavailableException(message, inner);
    }

    public static bool IsConstraint(SqliteException failure) =>
        failure.SqliteErrorCode == raw.SQLITE_CONSTRAINT;

    /// <summary>The index of ours that a constraint failure names, or null.</summary>
    /// <remarks>An index over expressions is named as such; of the primary key the column is named.</remarks>
    public static string? RefusedBy(SqliteException failure, CollectionTable table) =>
        table.Definition.Indexes
            .FirstOrDefault(index =>
                failure.Message.Contains($"'{table.IndexName(index.Name)}'", StringComparison.Ordinal))
            ?.Name;

    /// <summary>A lost or full disk, a damaged file: for callers the store is away. Anything else is a defect.
    /// </summary>
    public static Exception Translate(Exception failure) =>
        failure is SqliteException sqlite && sqlite.SqliteErrorCode is not (raw.SQLITE_ERROR or raw.SQLITE_MISUSE)
            ? new StoreUnavailableException($"The database failed: {Reason(sqlite)}.", sqlite)
            : failure;

    public static string Reason(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => "it cannot be written to",
        raw.SQLITE_CANTOPEN => "it cannot be opened; is it a folder, or not permitted?",
        raw.SQLITE_NOTADB => "it is not an SQLite database",
        raw.SQLITE_CORRUPT => "the file is damaged",
        raw.SQLITE_IOERR => $"reading or writing failed (code {failure.SqliteExtendedErrorCode})",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program has locked it",
        _ => $"code {failure.SqliteExtendedErrorCode}",
    };
}
