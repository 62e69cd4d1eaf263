namespace AccountGraph.Accounts.Queries;

/// <summary>A filter over one record's attributes. Values are <see cref="string"/> or
/// <see cref="Storage.Instant"/>, of the attribute's kind.</summary>
internal abstract record QueryFilter
{
    private QueryFilter()
    {
    }

    /// <param name="read">The record's value of an attribute, null when it has none.</param>
    public abstract bool Matches(Func<string, object?> read);

    public sealed record AnyOf(string Attribute, IReadOnlyList<object> Values) : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) => read(Attribute) is { } own && Values.Contains(own);
    }

    public sealed record NotEqual(string Attribute, object Value) : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) => !Value.Equals(read(Attribute));
    }

    /// <param name="Holds">Judges the sign of the comparison of the record's value with the given one.</param>
    public sealed record Ordered(string Attribute, object Value, Func<int, bool> Holds) : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) =>
            read(Attribute) is { } own && Holds(QueryValues.Compare(own, Value));
    }

    public sealed record TextMatch(string Attribute, IReadOnlyList<string> Needles, Func<string, string, bool> Holds)
        : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) =>
            read(Attribute) is string own && Needles.Any(needle => Holds(own, needle));
    }

    public sealed record Presence(string Attribute, bool IsPresent) : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) => read(Attribute) is not null == IsPresent;
    }

    public sealed record All(IReadOnlyList<QueryFilter> Parts) : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) => Parts.All(part => part.Matches(read));
    }

    public sealed record Any(IReadOnlyList<QueryFilter> Parts) : QueryFilter
    {
        public override bool Matches(Func<string, object?> read) => Parts.Any(part => part.Matches(read));
    }
}
