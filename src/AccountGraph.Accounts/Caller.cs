using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts;

/// <summary>Who calls.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    public static Caller Anybody { get; } = new Guest();

    public sealed record Guest : Caller;

    /// <param name="Current">The session behind this request; null for a JWT.</param>
    public sealed record SignedIn(User User, Session? Current, bool ByJwt = false) : Caller;

    public sealed record ApiKey(string Name, IReadOnlyList<string> Scopes) : Caller;
}
