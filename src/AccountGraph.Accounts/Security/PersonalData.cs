namespace AccountGraph.Accounts.Security;

/// <summary>What an account holds about its owner and a password must therefore not contain.</summary>
public sealed record PersonalData(string? UserId, string? Email, string? Name, string? Phone);
