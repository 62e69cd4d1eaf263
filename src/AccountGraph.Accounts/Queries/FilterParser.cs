namespace AccountGraph.Accounts.Queries;

internal static class FilterParser
{
    /// <summary>Null when method, attribute, or number and kind of the values are not allowed.</summary>
    public static QueryFilter? Parse(QueryObject query, QueryRules rules)
    {
        if (query.Method is "and" or "or") return ParseLogic(query, rules);
        if (!rules.Attributes.TryGetValue(query.Attribute, out var kind)) return null;
        if (query.Values.Count > QueryRules.MostValues) return null;

        var values = new List<object>(query.Values.Count);
        foreach (var element in query.Values)
        {
            if (QueryValues.Read(element, kind) is not { } value) return null;
            values.Add(value);
        }

        return Make(query.Method, query.Attribute, values);
    }

    private static QueryFilter? ParseLogic(QueryObject query, QueryRules rules)
    {
        if (query.Values.Count < 2) return null;
        var parts = new List<QueryFilter>(query.Values.Count);
        foreach (var element in query.Values)
        {
            if (QueryObject.Read(element) is not { } part || Parse(part, rules) is not { } filter) return null;
            parts.Add(filter);
        }

        return query.Method == "and" ? new QueryFilter.All(parts) : new QueryFilter.Any(parts);
    }

    private static QueryFilter? Make(string method, string attribute, List<object> values) => (method, values) switch
    {
        ("equal", [_, ..]) => new QueryFilter.AnyOf(attribute, values),
        ("notEqual", [var value]) => new QueryFilter.NotEqual(attribute, value),
        ("lessThan", [var value]) => new QueryFilter.Ordered(attribute, value, sign => sign < 0),
        ("lessThanEqual", [var value]) => new QueryFilter.Ordered(attribute, value, sign => sign <= 0),
        ("greaterThan", [var value]) => new QueryFilter.Ordered(attribute, value, sign => sign > 0),
        ("greaterThanEqual", [var value]) => new QueryFilter.Ordered(attribute, value, sign => sign >= 0),
        ("between", [var from, var to]) => new QueryFilter.All(
        [
            new QueryFilter.Ordered(attribute, from, sign => sign >= 0),
            new QueryFilter.Ordered(attribute, to, sign => sign <= 0),
        ]),
        ("contains", [string, ..]) => Text(attribute, values, Contains),
        ("startsWith", [string]) => Text(attribute, values, StartsWith),
        ("endsWith", [string]) => Text(attribute, values, EndsWith),
        ("isNull", []) => new QueryFilter.Presence(attribute, IsPresent: false),
        ("isNotNull", []) => new QueryFilter.Presence(attribute, IsPresent: true),
        _ => null,
    };

    private static bool Contains(string own, string needle) => own.Contains(needle, StringComparison.Ordinal);

    private static bool StartsWith(string own, string needle) => own.StartsWith(needle, StringComparison.Ordinal);

    private static bool EndsWith(string own, string needle) => own.EndsWith(needle, StringComparison.Ordinal);

    private static QueryFilter.TextMatch Text(
        string attribute, List<object> needles, Func<string, string, bool> holds) =>
        new(attribute, [.. needles.Cast<string>()], holds);
}
