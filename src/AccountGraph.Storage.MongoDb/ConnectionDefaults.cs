namespace AccountGraph.Storage.MongoDb;

/// <summary>Options of a connection string that matter to AccountGraph, where the string does not give them.</summary>
internal static class ConnectionDefaults
{
    public static string Apply(MongoDbOptions options)
    {
        var (given, connection) = (Keys(options.ConnectionString), options.ConnectionString);
        foreach (var (key, value) in Defaults(options))
        {
            if (!given.Contains(key)) connection = Append(connection, $"{key}={value}");
        }

        return connection;
    }

    private static IEnumerable<(string Key, string Value)> Defaults(MongoDbOptions options)
    {
        yield return ("appName", "AccountGraph");

        // The driver waits 30 s for a server that is away, and 5 minutes for one that hangs.
        yield return ("serverSelectionTimeoutMS", "2000");
        yield return ("socketTimeoutMS", $"{options.TimeoutSeconds * 1000}");
        yield return ("connectTimeoutMS", "5000");

        // An answered write survives the loss of one member.
        yield return ("w", "majority");
    }

    private static HashSet<string> Keys(string connection)
    {
        var query = connection.IndexOf('?', StringComparison.Ordinal);
        var pairs = query < 0 ? [] : connection[(query + 1)..].Split('&');
        return new HashSet<string>(pairs.Select(pair => pair.Split('=')[0]), StringComparer.OrdinalIgnoreCase);
    }

    private static string Append(string connection, string pair)
    {
        if (connection.Contains('?', StringComparison.Ordinal)) return $"{connection}&{pair}";
        var hosts = connection.IndexOf("://", StringComparison.Ordinal);
        return hosts < 0 || connection.IndexOf('/', hosts + 3) < 0 ? $"{connection}/?{pair}" : $"{connection}?{pair}";
    }
}
