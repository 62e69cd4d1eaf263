using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AccountGraph.Storage.Sqlite;

/// <summary>A prepared statement, used again and again by the one thread of its session. The columns are read as
/// bytes in place, which the ADO.NET reader cannot do for text.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Require(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    /// <summary>Numbered from 1.</summary>
    public Statement Bind(int parameter, object value)
    {
        Require(value switch
        {
            string text => raw.sqlite3_bind_text(_statement, parameter, StoredText.Encode(text)),
            long integer => raw.sqlite3_bind_int64(_statement, parameter, integer),
            int integer => raw.sqlite3_bind_int64(_statement, parameter, integer),
            bool flag => raw.sqlite3_bind_int64(_statement, parameter, flag ? 1 : 0),
            Instant instant => raw.sqlite3_bind_int64(_statement, parameter, instant.UnixMilliseconds),
            ReadOnlyMemory<byte> utf8 => raw.sqlite3_bind_text(_statement, parameter, utf8.Span),
            _ => throw new ArgumentException($"No parameter: {value.GetType().Name}."),
        });
        return this;
    }

    public Statement Bind(IReadOnlyList<object> values)
    {
        for (var at = 0; at < values.Count; at++) Bind(at + 1, values[at]);
        return this;
    }

    /// <summary>True while there is a row.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Require(result);
        return false;
    }

    /// <summary>For statements without rows: how many documents were touched.</summary>
    public int Execute()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(_database);
    }

    public string Text(int column) =>
        StoredText.Decode(System.Text.Encoding.UTF8.GetString(Utf8(column)));

    public string? TextOrNull(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Text(column);

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Ends the run, so that no read lock is held, and forgets the parameters.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Require(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
