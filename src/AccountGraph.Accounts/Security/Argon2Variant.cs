namespace AccountGraph.Accounts.Security;

/// <summary>The numbers are those of RFC 9106 §3.2.</summary>
internal enum Argon2Variant
{
    D = 0,
    I = 1,
    Id = 2,
}
