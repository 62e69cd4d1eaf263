namespace AccountGraph.Accounts.Queries;

/// <summary>Runs a plan over the records of one user. They are few, so they are read whole and judged here:
/// every method works alike on every store.</summary>
/// <param name="readId">The public id of a record.</param>
/// <param name="read">A record's value of an attribute.</param>
internal sealed class QueryRunner<T>(Func<T, string> readId, Func<T, string, object?> read)
    where T : class
{
    /// <param name="rows">In order of insertion.</param>
    public Outcome<QueryPage<T>> Run(IReadOnlyList<T> rows, QueryPlan plan)
    {
        var matches = rows.Where(row => plan.Filters.All(filter => filter.Matches(name => read(row, name)))).ToList();
        var ordered = Order(matches, plan.Orders);
        if (plan.Cursor is null) return Page(matches.Count, ordered.Skip(plan.Offset).Take(plan.Limit));

        if (rows.FirstOrDefault(row => readId(row) == plan.Cursor.Id) is not { } at)
        {
            return AccountErrors.CursorNotFound;
        }

        if (plan.Orders.Any(order => order.Attribute.Length > 0 && rows.Any(row => read(row, order.Attribute) is null)))
        {
            return AccountErrors.QueryOrderNull;
        }

        // The cursor's own record marks a place; it need not be a match itself.
        var withCursor = Order([.. rows.Where(row => row == at || matches.Contains(row))], plan.Orders);
        var place = withCursor.IndexOf(at);
        return Page(matches.Count, plan.Cursor.Before
            ? withCursor.Take(Math.Max(0, place - plan.Offset)).TakeLast(plan.Limit)
            : withCursor.Skip(place + 1 + plan.Offset).Take(plan.Limit));
    }

    private static QueryPage<T> Page(int total, IEnumerable<T> rows) =>
        new(Math.Min(total, QueryRules.LargestLimit), [.. rows]);

    // LINQ sorts stably, so rows that compare equal stay in order of insertion.
    private List<T> Order(List<T> rows, IReadOnlyList<QueryOrder> orders)
    {
        if (orders.Count == 0) return rows;
        var places = rows.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var comparers = orders.Select(order => Comparer(order, places)).ToList();
        return [.. rows.Order(Comparer<T>.Create((left, right) =>
            comparers.Select(compare => compare(left, right)).FirstOrDefault(sign => sign != 0)))];
    }

    private Comparison<T> Comparer(QueryOrder order, Dictionary<T, int> places) => (left, right) =>
    {
        var sign = order.Attribute.Length == 0
            ? places[left].CompareTo(places[right])
            : CompareAttribute(read(left, order.Attribute), read(right, order.Attribute));
        return order.Descending ? -sign : sign;
    };

    private static int CompareAttribute(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => QueryValues.Compare(left, right),
    };
}
