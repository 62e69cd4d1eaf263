using AccountGraph.Accounts.Arguments;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <param name="SessionId">Or <c>current</c>.</param>
public sealed record DeleteSession(string SessionId);

public sealed class DeleteSessionHandler(SessionList sessions, SessionEnder ender)
{
    public async ValueTask<Outcome<EndedSessions>> HandleAsync(
        DeleteSession input, CallContext call, CancellationToken cancellation)
    {
        if (IdArgument.Check("sessionId", input.SessionId) is { } invalid) return invalid;

        var caller = call.SignedIn;
        if (await sessions.FindAsync(caller, input.SessionId, cancellation) is not { } session)
        {
            return AccountErrors.SessionNotFound;
        }

        if (session.UpdatedAt > call.Timestamp) return AccountErrors.DocumentUpdateConflict;
        Filter guard = call.Timestamp is { } since
            ? new Filter.Compare(SessionDocuments.UpdatedAt, ComparisonOperator.LessOrEqual, since)
            : new Filter.All();
        return await ender.EndAsync(caller.User, session, guard, cancellation)
            ? new EndedSessions(WithCurrent: session.Id == caller.Current?.Id)
            : AccountErrors.SessionNotFound;
    }
}
