namespace AccountGraph.Accounts.Queries;

/// <summary>Which queries an operation takes. Paging by limit and offset is always allowed.</summary>
/// <param name="Attributes">May be filtered and ordered by; none means that neither is allowed, nor a cursor.</param>
internal sealed record QueryRules(IReadOnlyDictionary<string, AttributeKind> Attributes)
{
    public const int DefaultLimit = 25;
    public const int LargestLimit = 5000;
    public const int MostQueries = 100;
    public const int LongestQuery = 4096;
    public const int MostValues = 500;

    /// <summary>Orders by insertion, as the empty attribute does.</summary>
    public const string InternalId = "$internalId";

    public static QueryRules PagingOnly { get; } = new(new Dictionary<string, AttributeKind>());

    public bool AllowsMore => Attributes.Count > 0;
}
