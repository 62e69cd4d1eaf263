using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Registers a user without any address and signs him in.</summary>
public sealed class CreateAnonymousSessionHandler(UserRegistry registry, SessionOpener opener)
{
    private static readonly SessionStart Anonymously = new("anonymous", Factors.Anonymous);

    public async ValueTask<Outcome<OpenedSession>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        if (await registry.IsFullAsync(call.Project, cancellation)) return AccountErrors.UserCountExceeded;
        var added = await registry.AddAsync(call.Project, new NewUser(UserRegistry.NewId()), cancellation);
        if (!added.IsSuccess) return added.Error;

        Outcome<OpenedSession> opened = await opener.OpenAsync(added.Value, Anonymously, call, cancellation);
        return opened.About(added.Value);
    }
}
