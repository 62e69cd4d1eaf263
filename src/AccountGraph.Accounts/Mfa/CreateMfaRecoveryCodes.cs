namespace AccountGraph.Accounts.Mfa;

public sealed class CreateMfaRecoveryCodesHandler(RecoveryCodes codes)
{
    public async ValueTask<Outcome<RecoveryCodesView>> HandleAsync(CallContext call, CancellationToken cancellation) =>
        await codes.MakeAsync(call.User, replacing: false, cancellation) is { } made
            ? new RecoveryCodesView(made)
            : AccountErrors.RecoveryCodesAlreadyExist;
}
