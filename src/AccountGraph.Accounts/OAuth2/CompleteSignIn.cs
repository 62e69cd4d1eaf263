using System.Text.Json;
using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.OAuth2;

/// <param name="Sealed">The cookie of the attempt; null when the browser brought none.</param>
public sealed record CompleteSignIn(string Provider, string? State, string? Sealed)
{
    public string? Code { get; init; }

    public string? Error { get; init; }

    /// <summary>Parameter <c>iss</c> of RFC 9207.</summary>
    public string? Issuer { get; init; }

    /// <summary>Apple's form field with the name, at the first sign-in only.</summary>
    public string? User { get; init; }

    public override string ToString() => Provider;
}

/// <summary>Ends a walk to a provider in a session, a token or an error at the failure URL.</summary>
public sealed class CompleteSignInHandler(
    SignInAttempts attempts,
    ProviderClient client,
    ProviderAccounts accounts,
    SessionOpener sessions,
    SessionEnder ender,
    TargetWriter targets,
    TokenIssuer tokens,
    Lifetimes lifetimes)
{
    private const int LongestShownError = 64;

    public async ValueTask<Outcome<CompletedSignIn>> HandleAsync(
        CompleteSignIn input, CallContext call, CancellationToken cancellation)
    {
        var attempt = attempts.Open(input.Sealed, input.State ?? "", call.Project.Id, input.Provider);
        if (attempt is null) return AccountErrors.ServerError;
        // Once more: the platforms may have changed since it was sealed.
        if (UrlArgument.Check("success", attempt.Success, call) is not null) return AccountErrors.InvalidSuccessUrl;
        if (UrlArgument.Check("failure", attempt.Failure, call) is not null) return AccountErrors.InvalidFailureUrl;

        var walked = await WalkAsync(input, attempt, call, cancellation);
        if (!walked.IsSuccess) return new CompletedSignIn(FailureOf(attempt, walked.Error), Error: walked.Error);
        var account = walked.Value;
        Outcome<CompletedSignIn> completed = attempt.ForToken
            ? await IssueTokenAsync(attempt, account.User, call, cancellation)
            : await OpenSessionAsync(attempt, account, call, cancellation);
        return completed.About(account.User);
    }

    private async ValueTask<Outcome<ProviderAccount>> WalkAsync(
        CompleteSignIn input, SignInAttempt attempt, CallContext call, CancellationToken cancellation)
    {
        if (!await attempts.UseAsync(attempt, cancellation)) return AccountErrors.InvalidToken;
        // Whoever began is who is linked: an account signed in to meanwhile did not ask for it.
        if (attempt.UserId != ((call.Caller as Caller.SignedIn)?.User.Id ?? "")) return AccountErrors.BadRequest;
        if (ProviderConnection.Find(call.Project, ProviderCatalog.Find(attempt.Provider)!) is not { } connection)
        {
            return AccountErrors.ProviderDisabled;
        }

        if (!string.IsNullOrEmpty(input.Error)) return Refused(input.Error);
        if (string.IsNullOrEmpty(input.Code)) return ProviderChannel.Failed("callback", "no code");
        // The answer of another issuer under this one's address: a mix-up (RFC 9207).
        if (!string.IsNullOrEmpty(input.Issuer) && await client.IssuerAsync(connection, cancellation) is { } issuer
            && issuer != input.Issuer)
        {
            return ProviderChannel.Failed("callback", "another issuer");
        }

        var exchanged = await client.ExchangeAsync(connection, attempt, input.Code, cancellation);
        if (!exchanged.IsSuccess) return exchanged.Error;
        var found = await client.UserAsync(connection, attempt, exchanged.Value, cancellation);
        if (!found.IsSuccess) return found.Error;
        var user = found.Value.Name.Length > 0 ? found.Value : found.Value with { Name = NameIn(input.User) };
        if (user.Id.Length == 0) return AccountErrors.OAuth2MissingId;
        return await accounts.EnterAsync(attempt.Provider, user, exchanged.Value, call, cancellation);
    }

    private async ValueTask<Outcome<CompletedSignIn>> IssueTokenAsync(
        SignInAttempt attempt, User user, CallContext call, CancellationToken cancellation)
    {
        var issued = await tokens.IssueAsync(user, TokenType.OAuth2, lifetimes.OAuth2Token, call, cancellation);
        return new CompletedSignIn(Links.Merge(
            attempt.Success, ("secret", issued.Secret.Reveal()), ("userId", user.Id)));
    }

    private async ValueTask<Outcome<CompletedSignIn>> OpenSessionAsync(
        SignInAttempt attempt, ProviderAccount account, CallContext call, CancellationToken cancellation)
    {
        var start = new SessionStart(attempt.Provider, Factors.Email, Factors.OAuth2)
        {
            ProviderUid = account.Identity.ProviderUid,
            ProviderAccessToken = account.Identity.ProviderAccessToken,
            ProviderRefreshToken = account.Identity.ProviderRefreshToken,
            ProviderAccessTokenExpiry = account.Identity.ProviderAccessTokenExpiry,
        };
        var opened = await sessions.OpenAsync(account.User, start, call, cancellation);
        if ((call.Caller as Caller.SignedIn)?.Current is { } replaced)
        {
            await targets.MoveAsync(account.User, replaced.Id, opened.View.Id, cancellation);
            await ender.EndAsync(account.User, replaced, cancellation);
        }

        return new CompletedSignIn(attempt.Success, opened);
    }

    private static string FailureOf(SignInAttempt attempt, AccountError error) => Links.Merge(
        attempt.Failure,
        ("error", JsonSerializer.Serialize(new { message = error.Message, type = error.Type, code = error.Code })));

    /// <summary>Error codes are short words (RFC 6749 section 4.1.2.1); anything else could be anybody's text.
    /// </summary>
    private static AccountError Refused(string error) =>
        error.Length <= LongestShownError && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? AccountErrors.OAuth2ProviderError with { Message = $"The OAuth2 provider refused: {error}." }
            : AccountErrors.OAuth2ProviderError;

    private static string NameIn(string? user)
    {
        if (string.IsNullOrEmpty(user)) return "";
        try
        {
            var json = JsonElement.Parse(user);
            return $"{json.Text("name.firstName")} {json.Text("name.lastName")}".Trim();
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
