namespace AccountGraph.Accounts.OAuth2;

/// <summary>The server's own pages, where a walk ends that names no others.</summary>
public static class SignInPages
{
    public const string Success = "/console/auth/oauth2/success";
    public const string Failure = "/console/auth/oauth2/failure";
}
