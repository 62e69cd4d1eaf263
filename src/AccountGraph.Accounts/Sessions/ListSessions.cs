namespace AccountGraph.Accounts.Sessions;

public sealed class ListSessionsHandler(SessionList sessions)
{
    public async ValueTask<Outcome<SessionListView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var found = await sessions.ReadAsync(call.User, cancellation);
        return new SessionListView(found.Count, [.. found.Select(session => SessionViews.Of(session, call))]);
    }
}
