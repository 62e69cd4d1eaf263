namespace AccountGraph.Accounts.Mfa;

/// <summary>Names of factors as sessions and challenges store them.</summary>
public static class Factors
{
    public const string Password = "password";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Token = "token";
    public const string Anonymous = "anonymous";
    public const string OAuth2 = "oauth2";
    public const string Totp = "totp";
    public const string RecoveryCode = "recoveryCode";
}
