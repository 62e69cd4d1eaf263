namespace AccountGraph.Accounts.Mfa;

/// <summary>Replaces the codes that are left by six new ones.</summary>
public sealed class UpdateMfaRecoveryCodesHandler(RecoveryCodes codes)
{
    public async ValueTask<Outcome<RecoveryCodesView>> HandleAsync(CallContext call, CancellationToken cancellation) =>
        await codes.MakeAsync(call.User, replacing: true, cancellation) is { } made
            ? new RecoveryCodesView(made)
            : AccountErrors.RecoveryCodesNotFound;
}
