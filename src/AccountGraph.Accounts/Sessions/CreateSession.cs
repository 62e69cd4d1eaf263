using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

public sealed record CreateSession(string UserId, string Secret);

/// <summary>Exchanges a sign-in token of any kind for a session.</summary>
public sealed class CreateSessionHandler(
    UserDirectory users, UserWriter writer, TokenRedeemer tokens, SessionOpener opener, SessionAlerts alerts)
{
    private static readonly TokenType[] SignIn =
        [TokenType.MagicUrl, TokenType.Phone, TokenType.OAuth2, TokenType.Generic, TokenType.Email];

    public async ValueTask<Outcome<OpenedSession>> HandleAsync(
        CreateSession input, CallContext call, CancellationToken cancellation)
    {
        var invalid = NewIdArgument.Check("userId", input.UserId) ?? SecretArgument.Check("secret", input.Secret);
        if (invalid is not null) return invalid;

        var user = await users.FindByIdAsync(call.Project, input.UserId, cancellation);
        if (user is null) return AccountErrors.InvalidToken;
        var found = await tokens.FindAsync(user, input.Secret, SignIn, cancellation);
        if (!found.IsSuccess) return found.Error;
        if (user.IsBlocked) return AccountErrors.UserBlocked;

        var token = found.Value;
        if (!await tokens.UseAsync(token, cancellation)) return AccountErrors.InvalidToken;
        if (VerifiedBy(token) is { } field)
        {
            var verified = await writer.WriteAsync(Verified(user, field), cancellation);
            if (!verified.IsSuccess) return verified.Error;
            user = verified.Value;
        }

        var opened = await opener.OpenAsync(user, StartOf(token), call, cancellation);
        var wantsAlert = token.Type is TokenType.Phone or TokenType.OAuth2 or TokenType.Generic;
        if (wantsAlert) await alerts.SendAsync(user, opened, call, cancellation);

        Outcome<OpenedSession> outcome = opened;
        return outcome.About(user);
    }

    /// <summary>An address changed at this very moment was not proved by a token that went to the old one.</summary>
    private static UserChange Verified(User user, string field) => new(user, new Change.Set(field, true))
    {
        Guard = Filter.Equal(UserDocuments.TokenGeneration, user.TokenGeneration),
        WhenGuardFails = AccountErrors.InvalidToken,
    };

    private static string? VerifiedBy(Token token) => token.Type switch
    {
        TokenType.MagicUrl or TokenType.Email => UserDocuments.EmailVerification,
        TokenType.Phone => UserDocuments.PhoneVerification,
        _ => null,
    };

    private static SessionStart StartOf(Token token) => token.Type switch
    {
        TokenType.MagicUrl => new SessionStart("magic-url", Factors.Email),
        TokenType.Phone => new SessionStart("phone", Factors.Phone),
        TokenType.OAuth2 => new SessionStart("oauth2", Factors.Email),
        TokenType.Email => new SessionStart("token", Factors.Email),
        _ => new SessionStart("token", Factors.Token),
    };
}
