namespace AccountGraph.Storage;

/// <summary>One step of an update.</summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>Null removes the field.</summary>
    public sealed record Set(string Field, object? Value) : Change;

    /// <summary>Adds to an integer; an absent field counts as 0.</summary>
    public sealed record Add(string Field, long By) : Change;
}
