using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>What a list with a <c>queries</c> argument costs: its selection for each entry it may return.</summary>
internal static class QueryListCost
{
    private const int DefaultLimit = 25;
    private const int HighestLimit = 5000;

    public static int Of(ArgumentValues arguments, int selectionCost)
    {
        var limit = arguments.List("queries") is { } queries ? LimitOf(queries) : DefaultLimit;
        return (int)Math.Min(int.MaxValue, (long)selectionCost * limit);
    }

    /// <summary>The first readable limit; the operation itself complains of what cannot be read.</summary>
    private static int LimitOf(IReadOnlyList<object?> queries)
    {
        foreach (var query in queries)
        {
            if (query is string text && TryReadLimit(text, out var limit)) return Math.Clamp(limit, 1, HighestLimit);
        }

        return DefaultLimit;
    }

    private static bool TryReadLimit(string text, out int limit)
    {
        limit = 0;
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } query
                && query.TryGetProperty("method", out var method)
                && method.ValueKind == JsonValueKind.String
                && method.ValueEquals("limit")
                && query.TryGetProperty("values", out var values)
                && values.ValueKind == JsonValueKind.Array
                && values.GetArrayLength() == 1
                && values[0].ValueKind == JsonValueKind.Number
                && values[0].TryGetInt32(out limit);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
