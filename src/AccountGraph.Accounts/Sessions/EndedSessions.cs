namespace AccountGraph.Accounts.Sessions;

/// <param name="WithCurrent">The session behind this request ended: its cookies are to be cleared.</param>
public sealed record EndedSessions(bool WithCurrent);
