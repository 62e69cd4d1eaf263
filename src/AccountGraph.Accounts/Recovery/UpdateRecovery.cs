using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Recovery;

public sealed record UpdateRecovery(string UserId, string Secret, string Password);

/// <summary>Sets a new password by the secret of a recovery mail. The mail was received, so the address is
/// proved.</summary>
public sealed class UpdateRecoveryHandler(
    TokenOwners owners,
    TokenRedeemer tokens,
    NewPasswordRules rules,
    PasswordReplacement replacement,
    SecurityNotices notices)
{
    private static readonly TokenType[] Recovery = [TokenType.Recovery];

    public async ValueTask<Outcome<TokenView>> HandleAsync(
        UpdateRecovery input, CallContext call, CancellationToken cancellation)
    {
        var invalid = IdArgument.Check("userId", input.UserId)
            ?? SecretArgument.Check("secret", input.Secret)
            ?? rules.CheckArgument("password", input.Password, call.Project);
        if (invalid is not null) return invalid;

        var owner = await owners.FindAsync(call.Project, input.UserId, cancellation);
        if (!owner.IsSuccess) return owner.Error;
        var user = owner.Value;
        var found = await tokens.FindAsync(user, input.Secret, Recovery, cancellation);
        if (!found.IsSuccess) return found.Error;

        // A refused password leaves the token, so that another one may be tried.
        var refused = await replacement.CheckAsync(user, input.Password, call.Project, cancellation);
        if (refused is not null) return refused;
        if (!await tokens.UseAsync(found.Value, cancellation)) return AccountErrors.InvalidToken;

        var change = new PasswordChange(user, input.Password)
        {
            Alongside = [new Change.Set(UserDocuments.EmailVerification, true)],
            Guard = Filter.Equal(UserDocuments.TokenGeneration, user.TokenGeneration),
        };
        var written = await replacement.WriteAsync(change, call.Project, cancellation);
        if (!written.IsSuccess) return AccountErrors.InvalidToken;

        await notices.PasswordChangedAsync(written.Value, call, cancellation);
        Outcome<TokenView> view = found.Value.View();
        return view.About(user);
    }
}
