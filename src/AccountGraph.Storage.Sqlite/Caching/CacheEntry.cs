using System.Collections.Concurrent;

namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>One cached value. Readers look at it without a lock; all else happens under its stripe's.</summary>
internal sealed class CacheEntry<T>(ConcurrentDictionary<string, CacheEntry<T>> home, string key, Stripe stripe)
    : IEvictable
    where T : class
{
    private T? _value;
    private T? _held;
    private int _writes;
    private bool _isUsed;
    private int _weight;

    /// <summary>Null while a write of the key is between its announcement and its end.</summary>
    public T? Value
    {
        get
        {
            var value = Volatile.Read(ref _value);
            if (value is not null && !_isUsed) _isUsed = true;
            return value;
        }
    }

    /// <summary>What the value was before the writes that are under way.</summary>
    public T? Held => _held;

    public void BeginWrite()
    {
        if (_writes++ > 0) return;
        _held = _value;
        Volatile.Write(ref _value, null);
    }

    /// <summary>Shows the value once no other write of the key is under way; null removes the entry.</summary>
    /// <returns>By how much the weight of the cache changes.</returns>
    public int EndWrite(T? value, int weight)
    {
        var change = weight - _weight;
        (_held, _weight) = (value, weight);
        if (--_writes > 0) return change;

        Volatile.Write(ref _value, _held);
        _held = null;
        if (value is null) home.TryRemove(KeyValuePair.Create(key, this));
        return change;
    }

    public bool TryEvict(out int weight)
    {
        lock (stripe)
        {
            weight = 0;
            if (_writes > 0 || _isUsed)
            {
                _isUsed = false;
                return false;
            }

            // It may have left its home already; then it weighs no more than the entry itself.
            home.TryRemove(KeyValuePair.Create(key, this));
            weight = 1 + _weight;
            return true;
        }
    }
}
