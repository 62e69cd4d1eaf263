using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Identities;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Makes the views of sessions for one request.</summary>
public sealed class SessionViews(ProviderTokenBox box)
{
    public SessionView Of(Session session, CallContext call)
    {
        var current = (call.Caller as Caller.SignedIn)?.Current;
        return Make(session, session.Id == current?.Id, call, "");
    }

    /// <param name="secret">The token text, for API keys only.</param>
    public SessionView OfOpened(Session session, CallContext call, string secret) =>
        Make(session, isCurrent: true, call, secret);

    private SessionView Make(Session session, bool isCurrent, CallContext call, string secret) =>
        new(session, isCurrent, Countries.NameOf(session.CountryCode, call.Locale))
        {
            Secret = secret,
            ProviderAccessToken = box.Open(session.ProviderAccessToken, session.UserKey),
            ProviderRefreshToken = box.Open(session.ProviderRefreshToken, session.UserKey),
        };
}
