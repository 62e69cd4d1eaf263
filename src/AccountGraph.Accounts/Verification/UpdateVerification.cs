using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Verification;

public sealed record UpdateVerification(string UserId, string Secret);

/// <summary>Proves an email address. Whoever has the link may follow it, signed in or not.</summary>
public sealed class UpdateVerificationHandler(AddressVerifier verifier)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        UpdateVerification input, CallContext call, CancellationToken cancellation)
    {
        var invalid = IdArgument.Check("userId", input.UserId) ?? SecretArgument.Check("secret", input.Secret);
        if (invalid is not null) return invalid;
        return await verifier.VerifyAsync(
            input.UserId,
            input.Secret,
            TokenType.EmailVerification,
            UserDocuments.EmailVerification,
            call,
            cancellation);
    }
}
