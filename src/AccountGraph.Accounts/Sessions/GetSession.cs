using AccountGraph.Accounts.Arguments;

namespace AccountGraph.Accounts.Sessions;

/// <param name="SessionId">Or <c>current</c>.</param>
public sealed record GetSession(string SessionId);

public sealed class GetSessionHandler(SessionList sessions, SessionViews views)
{
    public async ValueTask<Outcome<SessionView>> HandleAsync(
        GetSession input, CallContext call, CancellationToken cancellation)
    {
        if (IdArgument.Check("sessionId", input.SessionId) is { } invalid) return invalid;
        return await sessions.FindAsync(call.SignedIn, input.SessionId, cancellation) is { } session
            ? views.Of(session, call)
            : AccountErrors.SessionNotFound;
    }
}
