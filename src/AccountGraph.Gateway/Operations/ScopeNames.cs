namespace AccountGraph.Gateway.Operations;

internal static class ScopeNames
{
    public static string Name(this Scope scope) => scope switch
    {
        Scope.Account => "account",
        Scope.SessionsWrite => "sessions.write",
        Scope.Public => "public",
        Scope.TargetsWrite => "targets.write",
    };

    /// <summary>Whether a caller without a session holds the scope.</summary>
    public static bool IsHeldByGuests(this Scope scope) => scope is Scope.SessionsWrite or Scope.Public;

    /// <summary>Whether the scope can be granted to a key at all.</summary>
    public static bool IsGrantable(this Scope scope) => scope is Scope.SessionsWrite or Scope.TargetsWrite;
}
