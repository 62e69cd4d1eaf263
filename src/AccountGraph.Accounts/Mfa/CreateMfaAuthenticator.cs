using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Mfa;

public sealed record CreateMfaAuthenticator(string Type);

/// <summary>Makes the seed of an authenticator app. It counts once its first code was entered.</summary>
public sealed class CreateMfaAuthenticatorHandler(AuthenticatorStore authenticators)
{
    public async ValueTask<Outcome<MfaTypeView>> HandleAsync(
        CreateMfaAuthenticator input, CallContext call, CancellationToken cancellation)
    {
        if (TotpTypeArgument.Check("type", input.Type) is { } invalid) return invalid;

        var user = call.User;
        var seed = Totp.NewSeed();
        if (!await authenticators.PutUnverifiedAsync(user, seed, cancellation))
        {
            return AccountErrors.AuthenticatorAlreadyVerified;
        }

        var account = user.Email ?? user.Phone ?? user.Id;
        return new MfaTypeView(seed.Reveal(), Totp.ProvisioningUri(call.Project.Name, account, seed));
    }
}
