using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Sessions;

public readonly record struct SignedInSession(User User, Session Session);
