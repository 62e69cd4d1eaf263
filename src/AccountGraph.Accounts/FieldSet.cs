namespace AccountGraph.Accounts;

/// <summary>Fields of a document being made. What is null is left out: absence is the only "no value".</summary>
internal sealed class FieldSet : Dictionary<string, object>
{
    public FieldSet()
        : base(StringComparer.Ordinal)
    {
    }

    public new void Add(string field, object? value)
    {
        if (value is not null) base.Add(field, value);
    }
}
