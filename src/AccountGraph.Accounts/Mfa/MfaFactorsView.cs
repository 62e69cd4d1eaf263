namespace AccountGraph.Accounts.Mfa;

/// <summary>Which second factors the user could pass.</summary>
public sealed record MfaFactorsView(bool Totp, bool Phone, bool Email, bool RecoveryCode);
