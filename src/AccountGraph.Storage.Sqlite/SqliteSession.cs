using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AccountGraph.Storage.Sqlite;

/// <summary>A connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    // Filters come in few shapes; a caller that makes many must not fill the memory.
    private const int MaxStatements = 200;

    private readonly Dictionary<string, Statement> _statements = [];

    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Prepares on first use, hands the statement to the work and resets it afterwards.</summary>
    public T Run<T>(string sql, Func<Statement, T> work)
    {
        var statement = Prepared(sql);
        try
        {
            return work(statement);
        }
        finally
        {
            statement.Reset();
        }
    }

    public int Execute(string sql, params ReadOnlySpan<object> parameters)
    {
        var statement = Prepared(sql);
        try
        {
            for (var at = 0; at < parameters.Length; at++) statement.Bind(at + 1, parameters[at]);
            return statement.Execute();
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private Statement Prepared(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        if (_statements.Count >= MaxStatements) Forget();
        statement = new Statement(connection.Handle!, sql);
        _statements.Add(sql, statement);
        return statement;
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }
}
