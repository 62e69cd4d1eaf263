namespace AccountGraph.Accounts.Sessions;

public sealed class ListSessionsHandler(SessionList sessions, SessionViews views)
{
    public async ValueTask<Outcome<SessionListView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var found = await sessions.ReadAsync(call.User, cancellation);
        return new SessionListView(found.Count, [.. found.Select(session => views.Of(session, call))]);
    }
}
