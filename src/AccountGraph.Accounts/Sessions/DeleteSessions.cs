namespace AccountGraph.Accounts.Sessions;

public sealed class DeleteSessionsHandler(SessionEnder ender)
{
    public async ValueTask<Outcome<EndedSessions>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var caller = call.SignedIn;
        await ender.EndAllAsync(caller.User, cancellation);
        return new EndedSessions(WithCurrent: caller.Current is not null);
    }
}
