namespace AccountGraph.Accounts.Security;

/// <summary>Which rules beyond the length a project asks of new passwords.</summary>
public sealed record PasswordRules(bool RefusesCommon, bool RefusesPersonal);
