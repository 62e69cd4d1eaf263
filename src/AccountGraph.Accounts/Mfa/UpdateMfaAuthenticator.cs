using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Profile;

namespace AccountGraph.Accounts.Mfa;

public sealed record UpdateMfaAuthenticator(string Type, string Otp);

/// <summary>Takes the first code of an authenticator app: from now on it counts.</summary>
public sealed class UpdateMfaAuthenticatorHandler(
    AuthenticatorStore authenticators, HourlyLimit limits, SessionFactors sessions, AccountReader accounts)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdateMfaAuthenticator input, CallContext call, CancellationToken cancellation)
    {
        var invalid = TotpTypeArgument.Check("type", input.Type) ?? SecretArgument.Check("otp", input.Otp);
        if (invalid is not null) return invalid;

        var user = call.User;
        if (await limits.TakeAsync(user, LimitedAct.Authenticator, cancellation) is { } tooMany) return tooMany;
        var authenticator = await authenticators.FindAsync(user, cancellation);
        if (authenticator is null) return AccountErrors.AuthenticatorNotFound;
        if (authenticator.IsVerified) return AccountErrors.AuthenticatorAlreadyVerified;
        if (!await authenticators.AcceptAsync(authenticator, input.Otp, verifying: true, cancellation))
        {
            return AccountErrors.InvalidToken;
        }

        if (call.SignedIn.Current is { } current) await sessions.AddAsync(current, [Factors.Totp], cancellation);
        return await accounts.ReadAsync(user, cancellation);
    }
}
