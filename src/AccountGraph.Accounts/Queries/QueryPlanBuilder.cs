using AccountGraph.Accounts.Arguments;

namespace AccountGraph.Accounts.Queries;

/// <summary>Collects queries into a plan. Of several limits, offsets or cursors the first counts.</summary>
internal sealed class QueryPlanBuilder(QueryRules rules)
{
    private readonly List<QueryFilter> _filters = [];
    private readonly List<QueryOrder> _orders = [];
    private QueryCursor? _cursor;
    private int? _limit;
    private int? _offset;

    public QueryPlan Build() => new(_filters, _orders, _cursor, _limit ?? QueryRules.DefaultLimit, _offset ?? 0);

    public AccountError? Add(QueryObject query) => query.Method switch
    {
        "limit" => AddNumber(query, 1, ref _limit),
        "offset" => AddNumber(query, 0, ref _offset),
        _ when !rules.AllowsMore => QueryParser.Invalid($"holds \"{query.Method}\", which is not allowed here."),
        "orderAsc" => AddOrder(query, descending: false),
        "orderDesc" => AddOrder(query, descending: true),
        "cursorAfter" => AddCursor(query, before: false),
        "cursorBefore" => AddCursor(query, before: true),
        "search" => AddSearch(query),
        _ => AddFilter(query),
    };

    private static AccountError? AddNumber(QueryObject query, int smallest, ref int? number)
    {
        if (query.Values is not [var value]
            || QueryValues.ReadNumber(value) is not { } read
            || read < smallest
            || (query.Method == "limit" && read > QueryRules.LargestLimit))
        {
            return QueryParser.Invalid($"holds a \"{query.Method}\" that is out of range.");
        }

        number ??= read;
        return null;
    }

    private AccountError? AddOrder(QueryObject query, bool descending)
    {
        var isInsertion = query.Attribute is "" or QueryRules.InternalId;
        if (query.Values.Count > 0 || (!isInsertion && !rules.Attributes.ContainsKey(query.Attribute)))
        {
            return QueryParser.Invalid($"orders by \"{query.Attribute}\", which is not allowed.");
        }

        _orders.Add(new QueryOrder(isInsertion ? "" : query.Attribute, descending));
        return null;
    }

    private AccountError? AddCursor(QueryObject query, bool before)
    {
        if (query.Values is not [var value]) return QueryParser.Invalid("holds a cursor without exactly one id.");
        if (QueryValues.Read(value, AttributeKind.Text) is not string id || !IdArgument.IsId(id))
        {
            return AccountErrors.QueryInvalid;
        }

        _cursor ??= new QueryCursor(id, before);
        return null;
    }

    // Allowed by the contract's grammar, but no attribute has the text index that it needs.
    private AccountError? AddSearch(QueryObject query) =>
        query.Values.Count == 1 && rules.Attributes.ContainsKey(query.Attribute)
            ? AccountErrors.QueryInvalid
            : QueryParser.Invalid($"searches \"{query.Attribute}\", which is not allowed.");

    private AccountError? AddFilter(QueryObject query)
    {
        if (FilterParser.Parse(query, rules) is not { } filter)
        {
            return QueryParser.Invalid($"holds \"{query.Method}\" with an attribute or values that are not allowed.");
        }

        _filters.Add(filter);
        return null;
    }
}
