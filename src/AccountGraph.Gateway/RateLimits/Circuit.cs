namespace AccountGraph.Gateway.RateLimits;

/// <summary>Lets every call through until one fails. Then nobody waits for a lost server: calls are refused at
/// once, but for one a second that tries whether it is back.</summary>
internal sealed class Circuit(TimeProvider time)
{
    private const long Closed = 0;
    private const int RestSeconds = 1;

    // The timestamp until which calls are refused.
    private long _restsUntil;

    public bool TryEnter()
    {
        var restsUntil = Volatile.Read(ref _restsUntil);
        if (restsUntil == Closed) return true;

        // Of those who come after the rest, the one that begins the next rest tries.
        return time.GetTimestamp() >= restsUntil
            && Interlocked.CompareExchange(ref _restsUntil, EndOfRest(), restsUntil) == restsUntil;
    }

    /// <summary>True when this ends an outage.</summary>
    public bool Succeeded() =>
        Volatile.Read(ref _restsUntil) != Closed && Interlocked.Exchange(ref _restsUntil, Closed) != Closed;

    /// <summary>True when this begins an outage.</summary>
    public bool Failed() => Interlocked.Exchange(ref _restsUntil, EndOfRest()) == Closed;

    private long EndOfRest() => time.GetTimestamp() + (RestSeconds * time.TimestampFrequency);
}
