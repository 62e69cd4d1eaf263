using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Queries;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Logs;

public sealed record ListLogs(IReadOnlyList<string?>? Queries);

/// <summary>The user's security log, newest first. Devices and countries are worked out as it is read.</summary>
public sealed class ListLogsHandler(IDocumentStore store, UserAgentParser agents, CountryDatabase countries)
{
    public async ValueTask<Outcome<LogListView>> HandleAsync(
        ListLogs input, CallContext call, CancellationToken cancellation)
    {
        var plan = QueryParser.Parse(input.Queries, QueryRules.PagingOnly);
        if (!plan.IsSuccess) return plan.Error;

        var ofUser = Filter.Equal(LogDocuments.UserKey, call.User.Key);
        var page = new Query(
            ofUser, new Sort(LogDocuments.Order, Descending: true), plan.Value.Limit, plan.Value.Offset);
        var found = await store.FindAsync(LogDocuments.Collection, page, cancellation);
        var total = await store.CountAsync(LogDocuments.Collection, ofUser, cancellation);
        return new LogListView((int)total, [.. found.Select(entry => View(LogDocuments.Map(entry), call.Locale))]);
    }

    private LogView View(LogEntry entry, string locale)
    {
        var country = countries.CodeOf(entry.Ip);
        return new LogView(entry, agents.Parse(entry.UserAgent), country, Countries.NameOf(country, locale));
    }
}
