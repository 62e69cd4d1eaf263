using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>A new session and what its cookies hold.</summary>
/// <param name="Token">The session token in its text form: the cookies' value.</param>
/// <param name="SessionCount">How many sessions the user has now.</param>
public sealed record OpenedSession(SessionView View, string Token, Instant Expire, int SessionCount)
{
    public override string ToString() => View.Id;
}
