namespace AccountGraph.Accounts.Mfa;

public sealed class GetMfaRecoveryCodesHandler(RecoveryCodes codes)
{
    public async ValueTask<Outcome<RecoveryCodesView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var left = await codes.ReadAsync(call.User, cancellation);
        return left.Count > 0 ? new RecoveryCodesView(left) : AccountErrors.RecoveryCodesNotFound;
    }
}
