using AccountGraph.Accounts.Arguments;

namespace AccountGraph.Accounts.Mfa;

public sealed record DeleteMfaAuthenticator(string Type);

/// <summary>Removes the authenticator app, verified or not. MFA stays as it is.</summary>
public sealed class DeleteMfaAuthenticatorHandler(AuthenticatorStore authenticators)
{
    public async ValueTask<Outcome<Done>> HandleAsync(
        DeleteMfaAuthenticator input, CallContext call, CancellationToken cancellation)
    {
        if (TotpTypeArgument.Check("type", input.Type) is { } invalid) return invalid;
        return await authenticators.RemoveAsync(call.User, cancellation)
            ? Done.Instance
            : AccountErrors.AuthenticatorNotFound;
    }
}
