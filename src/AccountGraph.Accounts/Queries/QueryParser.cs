using System.Text.Json;

namespace AccountGraph.Accounts.Queries;

/// <summary>Reads the <c>queries</c> argument: a list of JSON texts, each one query object.</summary>
internal static class QueryParser
{
    private const string Argument = "queries";

    public static Outcome<QueryPlan> Parse(IReadOnlyList<string?>? queries, QueryRules rules)
    {
        if (queries is null or []) return new QueryPlan([], [], null, QueryRules.DefaultLimit, 0);
        if (queries.Count > QueryRules.MostQueries) return Invalid($"has more than {QueryRules.MostQueries} entries.");

        var builder = new QueryPlanBuilder(rules);
        foreach (var query in queries)
        {
            if (query is null or { Length: > QueryRules.LongestQuery })
            {
                return Invalid($"has an entry that is not text of at most {QueryRules.LongestQuery} characters.");
            }

            if (Add(query, builder) is { } refused) return refused;
        }

        return builder.Build();
    }

    public static AccountError Invalid(string reason) => AccountErrors.ArgumentInvalid(Argument, reason);

    private static AccountError? Add(string query, QueryPlanBuilder builder)
    {
        try
        {
            using var document = JsonDocument.Parse(query);
            return QueryObject.Read(document.RootElement) is { } read
                ? builder.Add(read)
                : Invalid("has an entry that is not a query object.");
        }
        catch (JsonException)
        {
            return Invalid("has an entry that is not JSON.");
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a surrogate pair parses, but is no text.
            return Invalid("has an entry that is not text.");
        }
    }
}
