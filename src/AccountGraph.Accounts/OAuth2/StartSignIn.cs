using AccountGraph.Accounts.Arguments;

namespace AccountGraph.Accounts.OAuth2;

/// <param name="Success">Where the browser ends up; a page of the server when absent.</param>
/// <param name="ForToken">The success URL gets a token that the client exchanges for a session.</param>
public sealed record StartSignIn(
    string Provider, string? Success, string? Failure, IReadOnlyList<string?>? Scopes, bool ForToken);

/// <summary>Sends a browser to an OAuth2 provider.</summary>
public sealed class StartSignInHandler(ProviderClient client, SignInAttempts attempts, TimeProvider clock)
{
    private const int MostScopes = 100;
    private const int LongestScope = 4096;

    public async ValueTask<Outcome<StartedSignIn>> HandleAsync(
        StartSignIn input, CallContext call, CancellationToken cancellation)
    {
        if (ProviderCatalog.Find(input.Provider) is not { } row)
        {
            return AccountErrors.ArgumentInvalid("provider", "is no known OAuth2 provider.");
        }

        // Before anything is sealed: what is sealed is followed later.
        var invalid = UrlArgument.CheckOptional("success", input.Success, call)
            ?? UrlArgument.CheckOptional("failure", input.Failure, call)
            ?? CheckScopes(input.Scopes);
        if (invalid is not null) return invalid;
        if (ProviderConnection.Find(call.Project, row) is not { } connection) return AccountErrors.ProviderDisabled;

        var origin = call.PublicOrigin.TrimEnd('/');
        var attempt = new SignInAttempt
        {
            Project = call.Project.Id,
            Provider = row.Key,
            Success = input.Success ?? $"{origin}{SignInPages.Success}",
            Failure = input.Failure ?? $"{origin}{SignInPages.Failure}",
            Callback = CallbackOf(row, origin, call.Project.Id),
            ForToken = input.ForToken,
            UserId = (call.Caller as Caller.SignedIn)?.User.Id ?? "",
            Expire = clock.GetUtcNow().AddSeconds(SignInAttempts.LifetimeSeconds),
        };
        var box = attempts.Seal(attempt);
        if (box.Length > SignInAttempts.LongestSealed)
        {
            return AccountErrors.ArgumentInvalid("success", "is too long together with the failure URL.");
        }

        IReadOnlyList<string> scopes = [.. (input.Scopes ?? []).OfType<string>()];
        var location = await client.AuthorizationAsync(connection, attempt, scopes, cancellation);
        return location.IsSuccess
            ? new StartedSignIn(location.Value, attempt.State, box, row.Has(ProviderQuirks.FormPost))
            : location.Error;
    }

    private static string CallbackOf(OAuth2Provider row, string origin, string projectId)
    {
        if (row.Has(ProviderQuirks.LoopbackAddress) && new Uri(origin) is { Host: "localhost" } local)
        {
            origin = new UriBuilder(local) { Host = "127.0.0.1" }.Uri.GetLeftPart(UriPartial.Authority);
        }

        return $"{origin}/v1/account/sessions/oauth2/callback/{row.Key}/{Uri.EscapeDataString(projectId)}";
    }

    private static AccountError? CheckScopes(IReadOnlyList<string?>? scopes)
    {
        if (scopes is null) return null;
        if (scopes.Count > MostScopes) return AccountErrors.ArgumentInvalid("scopes", "may hold 100 entries at most.");
        return scopes.Select(scope => TextArgument.Check("scopes", scope, 1, LongestScope))
            .FirstOrDefault(error => error is not null);
    }
}
