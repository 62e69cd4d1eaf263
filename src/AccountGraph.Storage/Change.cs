namespace AccountGraph.Storage;

/// <summary>One step of an update. An update changes each field at most once.</summary>
public abstract record Change
{
    private Change(string field)
    {
        Field = field;
    }

    public string Field { get; }

    /// <summary>Null removes the field.</summary>
    public sealed record Set(string Field, object? Value) : Change(Field);

    /// <summary>Adds to an integer; an absent field counts as 0.</summary>
    public sealed record Add(string Field, long By) : Change(Field);
}
