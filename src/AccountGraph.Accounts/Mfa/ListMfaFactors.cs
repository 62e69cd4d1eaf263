namespace AccountGraph.Accounts.Mfa;

public sealed class ListMfaFactorsHandler(AuthenticatorStore authenticators, RecoveryCodes codes)
{
    public async ValueTask<Outcome<MfaFactorsView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var user = call.User;
        return new MfaFactorsView(
            Totp: await authenticators.HasVerifiedAsync(user, cancellation),
            Phone: user.Phone is not null && user.IsPhoneVerified,
            Email: user.Email is not null && user.IsEmailVerified,
            RecoveryCode: await codes.AnyAsync(user, cancellation));
    }
}
