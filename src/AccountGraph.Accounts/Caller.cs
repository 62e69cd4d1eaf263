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
    public sealed record SignedIn(User User, Session? Current, bool ByJwt = false) : Caller
    {
        /// <summary>The session still lacks its second factor: it can do little more than prove it.</summary>
        public bool AwaitsFactor { get; init; }

        /// <summary>The session passed an MFA challenge a short time ago.</summary>
        public bool HasFreshFactor { get; init; }
    }

    public sealed record ApiKey(string Name, IReadOnlyList<string> Scopes) : Caller;
}
