using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Makes the views of sessions for one request.</summary>
internal static class SessionViews
{
    public static SessionView Of(Session session, CallContext call)
    {
        var current = (call.Caller as Caller.SignedIn)?.Current;
        return new SessionView(session, session.Id == current?.Id, CountryName(session, call));
    }

    /// <param name="secret">The token text, for API keys only.</param>
    public static SessionView OfOpened(Session session, CallContext call, string secret) =>
        new(session, isCurrent: true, CountryName(session, call)) { Secret = secret };

    private static string CountryName(Session session, CallContext call) =>
        Countries.NameOf(session.CountryCode, call.Locale);
}
