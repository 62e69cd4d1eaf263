namespace AccountGraph.Accounts.Queries;

/// <summary>What a list of queries asks for: filters all of which hold, orders by weight, one page.</summary>
internal sealed record QueryPlan(
    IReadOnlyList<QueryFilter> Filters,
    IReadOnlyList<QueryOrder> Orders,
    QueryCursor? Cursor,
    int Limit,
    int Offset);
