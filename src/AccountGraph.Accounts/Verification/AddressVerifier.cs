using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Verification;

/// <summary>Marks an address as proved by the token that was sent to it.</summary>
public sealed class AddressVerifier(TokenOwners owners, TokenRedeemer tokens, UserWriter users)
{
    /// <param name="field">The flag of the user that the token proves.</param>
    public async ValueTask<Outcome<TokenView>> VerifyAsync(
        string userId,
        string secret,
        TokenType type,
        string field,
        CallContext call,
        CancellationToken cancellation)
    {
        var owner = await owners.FindAsync(call.Project, userId, cancellation);
        if (!owner.IsSuccess) return owner.Error;
        var user = owner.Value;
        var found = await tokens.FindAsync(user, secret, [type], cancellation);
        if (!found.IsSuccess) return found.Error;
        if (!await tokens.UseAsync(found.Value, cancellation)) return AccountErrors.InvalidToken;

        // An address changed at this very moment was not proved by a token that went to the old one.
        var change = new UserChange(user, new Change.Set(field, true))
        {
            Guard = Filter.Equal(UserDocuments.TokenGeneration, user.TokenGeneration),
            WhenGuardFails = AccountErrors.InvalidToken,
        };
        var written = await users.WriteAsync(change, cancellation);
        if (!written.IsSuccess) return written.Error;
        Outcome<TokenView> view = found.Value.View();
        return view.About(user);
    }
}
