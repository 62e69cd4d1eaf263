using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Where the browser goes at the end.</summary>
/// <param name="Session">Null when the walk failed or ends in a token.</param>
/// <param name="Error">What the failure URL tells.</param>
public sealed record CompletedSignIn(string Location, OpenedSession? Session = null, AccountError? Error = null)
{
    // The location may hold a token.
    public override string ToString() => Error?.Type ?? "completed";
}
