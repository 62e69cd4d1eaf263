namespace AccountGraph.Accounts.Security;

public enum PasswordVerdict
{
    NoMatch,
    Match,

    /// <summary>Right, but stored by an imported algorithm or at another cost than the settings ask for: hash the
    /// password again while it is at hand.</summary>
    MatchNeedsRehash,
}
