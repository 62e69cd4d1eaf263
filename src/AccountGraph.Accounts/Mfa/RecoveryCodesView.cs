namespace AccountGraph.Accounts.Mfa;

public sealed class RecoveryCodesView(IReadOnlyList<string> codes)
{
    public IReadOnlyList<string> RecoveryCodes { get; } = codes;
}
