namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>The lock of a share of the keys, with what a reader needs to know whether a write came between.</summary>
internal sealed class Stripe
{
    private long _stamp;
    private int _writes;

    /// <summary>To be taken before the database is read.</summary>
    public long Stamp => Volatile.Read(ref _stamp);

    /// <summary>Under the lock: whether what was read since the stamp is still what the database holds.</summary>
    public bool IsUntouchedSince(long stamp) => _writes == 0 && _stamp == stamp;

    public void BeginWrite()
    {
        _writes++;
        Volatile.Write(ref _stamp, _stamp + 1);
    }

    public void EndWrite()
    {
        _writes--;
        Volatile.Write(ref _stamp, _stamp + 1);
    }
}
