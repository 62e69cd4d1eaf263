using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Sessions;

/// <summary>A short-lived token for the session behind the request; it dies with that session.</summary>
public sealed class CreateJWTHandler(JsonWebTokens tokens, Lifetimes lifetimes)
{
    public ValueTask<Outcome<JwtView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (call.SignedIn.Current is not { } session)
        {
            return ValueTask.FromResult<Outcome<JwtView>>(AccountErrors.SessionNotFound);
        }

        var token = tokens.Issue(call.User.Id, session.Id, TimeSpan.FromSeconds(lifetimes.Jwt));
        return ValueTask.FromResult<Outcome<JwtView>>(new JwtView(token.Reveal()));
    }
}
