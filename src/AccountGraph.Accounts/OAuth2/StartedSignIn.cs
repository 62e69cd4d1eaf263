namespace AccountGraph.Accounts.OAuth2;

/// <summary>Where the browser goes, and the cookie that it brings back.</summary>
/// <param name="ComesByPost">The provider answers by a form post from its own site.</param>
public sealed record StartedSignIn(string Location, string State, string Sealed, bool ComesByPost)
{
    public override string ToString() => "***";
}
