namespace AccountGraph.Storage.MongoDb.Native;

/// <summary>An error as the C driver reports it: where it arose, its code, its text.</summary>
internal sealed class MongoException(uint domain, int code, string message) : Exception(message)
{
    // Of the second version of the driver's error interface, in which servers' errors have a domain of their own.
    private const uint ServerDomain = 17;
    private const uint WriteConcernDomain = 16;
    private const int SelectionFailed = 13053;

    private const int DuplicateKey = 11000;
    private const int IndexOptionsConflict = 85;
    private const int IndexKeySpecsConflict = 86;

    public uint Domain => domain;

    public int Code => code;

    public bool IsSelectionFailure => domain != ServerDomain && code == SelectionFailed;

    public bool IsDuplicateKey => domain == ServerDomain && code == DuplicateKey;

    public bool IsIndexConflict => domain == ServerDomain && code is IndexOptionsConflict or IndexKeySpecsConflict;

    /// <summary>From here on the command itself is at fault, not the way to the server or its state.</summary>
    public bool IsDefect => domain == ServerDomain && !IsPassing(code);

    public static MongoException OfServer(int code, string message) => new(ServerDomain, code, message);

    public static MongoException OfWriteConcern(int code, string message) => new(WriteConcernDomain, code, message);

    /// <summary>The index that refused, as the server's message names it: <c>index: NAME dup key</c>.</summary>
    public string? RefusingIndex()
    {
        const string Before = "index: ";
        var start = Message.IndexOf(Before, StringComparison.Ordinal);
        if (start < 0) return null;
        var name = Message.AsSpan(start + Before.Length);
        var end = name.IndexOf(' ');
        return end < 0 ? null : name[..end].ToString();
    }

    // Elections, shutdowns, limits of time and missing rights: the same command may succeed later.
    private static bool IsPassing(int code) => code is
        6 or 7 or 13 or 18 or 24 or 50 or 64 or 89 or 91 or 112 or 133 or 134 or 189 or 262 or 9001
        or 10058 or 10107 or 11600 or 11602 or 13388 or 13435 or 13436 or 14031;
}
