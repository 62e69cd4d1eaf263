using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Verification;

public sealed record UpdatePhoneVerification(string UserId, string Secret);

/// <summary>Proves a phone number. Whoever has the code may enter it, signed in or not.</summary>
public sealed class UpdatePhoneVerificationHandler(AddressVerifier verifier)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        UpdatePhoneVerification input, CallContext call, CancellationToken cancellation)
    {
        var invalid = IdArgument.Check("userId", input.UserId) ?? SecretArgument.Check("secret", input.Secret);
        if (invalid is not null) return invalid;
        return await verifier.VerifyAsync(
            input.UserId,
            input.Secret,
            TokenType.PhoneVerification,
            UserDocuments.PhoneVerification,
            call,
            cancellation);
    }
}
