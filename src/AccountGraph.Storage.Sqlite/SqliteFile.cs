using Microsoft.Data.Sqlite;

namespace AccountGraph.Storage.Sqlite;

/// <summary>The database file, held by this process alone from its opening to its end.</summary>
/// <remarks>Two processes on one file would starve each other's writes, and a read cache would go stale.</remarks>
internal sealed class SqliteFile : IDisposable
{
    // "AcGr": tells our files from any other program's.
    private const long ApplicationId = 0x41634772;

    // Raised when the layout changes; a newer file is refused, an older one is migrated.
    private const long Format = 1;

    private readonly string _path;
    private readonly bool _isInMemory;
    private readonly FileStream? _lock;

    private SqliteFile(string path, bool isInMemory, FileStream? fileLock)
    {
        (_path, _isInMemory, _lock) = (path, isInMemory, fileLock);
    }

    /// <summary>Makes the folder and takes the lock.</summary>
    public static SqliteFile Claim(SqliteOptions options)
    {
        if (options.Path == SqliteOptions.InMemory) return new SqliteFile(options.Path, true, null);

        var path = Path.GetFullPath(options.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new SqliteFile(path, false, Lock(path));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw SqliteFailure.Unusable(path, failure.Message, failure);
        }
    }

    /// <summary>A connection for the one thread that writes. Must be the first that is opened.</summary>
    public SqliteSession OpenWriter()
    {
        try
        {
            var session = new SqliteSession(Open());
            Identify(session);
            // With WAL and FULL an answered commit is on the disk; see the kill test.
            session.Execute("pragma journal_mode=wal");
            session.Execute("pragma synchronous=full");
            session.Execute("pragma journal_size_limit=67108864");
            return session;
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Unusable(_path, SqliteFailure.Reason(failure), failure);
        }
    }

    public SqliteSession OpenReader()
    {
        var session = new SqliteSession(Open());
        session.Execute("pragma query_only=on");
        return session;
    }

    public void Dispose() => _lock?.Dispose();

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = _isInMemory ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    // An operating system lock ends with its process, however that ends: a leftover file blocks nobody.
    private static FileStream Lock(string path)
    {
        var lockPath = path + ".lock";
        try
        {
            return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (File.Exists(lockPath))
        {
            throw SqliteFailure.Unusable(
                path, "another process has it open; each process needs a file of its own", failure);
        }
    }

    private void Identify(SqliteSession session)
    {
        var application = Pragma(session, "application_id");
        var format = Pragma(session, "user_version");
        var tables = session.Run(
            "select count(*) from sqlite_master", static count => count.Step() ? count.Integer(0) : 0);
        if ((application, format, tables) == (0, 0, 0))
        {
            session.Execute($"pragma application_id={ApplicationId}");
            session.Execute($"pragma user_version={Format}");
        }
        else if (application != ApplicationId)
        {
            throw SqliteFailure.Unusable(_path, "it is the database of another program");
        }
        else if (format > Format)
        {
            throw SqliteFailure.Unusable(_path, $"it was written by a newer release (format {format})");
        }
    }

    private static long Pragma(SqliteSession session, string name) =>
        session.Run($"pragma {name}", static value => value.Step() ? value.Integer(0) : 0);
}
