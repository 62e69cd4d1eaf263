namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>An entry of any type, for the one hand that goes round all.</summary>
internal interface IEvictable
{
    /// <summary>False when it was used since the last visit, or is being written: it stays for another round.</summary>
    bool TryEvict(out int weight);
}
