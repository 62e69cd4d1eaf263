using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>A session with a new end. When it is the current one its cookies are due again.</summary>
public sealed record ExtendedSession(SessionView View, Instant Expire);
