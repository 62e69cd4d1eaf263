namespace AccountGraph.Conformance.Fuzzing;

/// <summary>Numbers that look random and are the same for the same seed on every machine (SplitMix64).</summary>
public sealed class SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to but not including the limit.</summary>
    public int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    public bool OneIn(int chances) => Below(chances) == 0;

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];
}
