namespace AccountGraph.Gateway.Operations;

/// <summary>The arguments of a browser's walk: the path's provider and the query string.</summary>
internal sealed class QueryArguments(HttpRequest request) : OperationArguments
{
    private const string List = "scopes";

    public override object? this[string name] => name switch
    {
        "provider" => (string?)request.RouteValues["provider"],
        List => Scopes(),
        _ => request.Query.TryGetValue(name, out var values) ? values[0] : null,
    };

    /// <summary>Spelled <c>scopes[]=a&amp;scopes[]=b</c>, <c>scopes[0]=a</c> or plainly.</summary>
    private List<object?>? Scopes()
    {
        var all = request.Query
            .Where(pair => pair.Key == List || pair.Key.StartsWith(List + "[", StringComparison.Ordinal))
            .SelectMany(pair => pair.Value)
            .ToList<object?>();
        return all.Count == 0 ? null : all;
    }
}
