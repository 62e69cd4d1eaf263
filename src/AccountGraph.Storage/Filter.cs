namespace AccountGraph.Storage;

/// <summary>Which documents a query means. Text is compared byte by byte: fold case before storing.</summary>
public abstract record Filter
{
    private Filter()
    {
    }

    public static Filter Equal(string field, object value) => new Compare(field, ComparisonOperator.Equal, value);

    public static Filter Both(params Filter[] parts) => new And(parts);

    public sealed record All : Filter;

    /// <summary>Value is text, long, bool or <see cref="Instant"/>; null only with Equal and NotEqual and means
    /// "absent". NotEqual also matches an absent field; the four orderings never do.
    /// The field <c>_id</c> is the id.</summary>
    public sealed record Compare(string Field, ComparisonOperator Operator, object? Value) : Filter;

    /// <summary>An empty list matches nothing.</summary>
    public sealed record In(string Field, IReadOnlyList<object> Values) : Filter;

    /// <summary>The text contains the needle, or starts with it.</summary>
    public sealed record TextMatch(string Field, string Needle, bool Prefix) : Filter;

    /// <summary>No part means every document.</summary>
    public sealed record And(params Filter[] Parts) : Filter;

    /// <summary>No part means no document.</summary>
    public sealed record Or(params Filter[] Parts) : Filter;
}
