using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Speaks OAuth2 with a provider: a code or a refresh token for tokens, and tokens for the user.</summary>
public sealed class ProviderClient(ProviderChannel channel, OpenIdProviders openId, TimeProvider clock)
{
    /// <summary>Where the browser goes to sign in.</summary>
    public async ValueTask<Outcome<string>> AuthorizationAsync(
        ProviderConnection connection,
        SignInAttempt attempt,
        IReadOnlyList<string> scopes,
        CancellationToken cancellation)
    {
        var found = await openId.DescribeAsync(connection, cancellation);
        if (!found.IsSuccess) return found.Error;
        var row = connection.Row;
        var query = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = connection.AppId,
            ["state"] = attempt.State,
        };
        if (!row.Has(ProviderQuirks.ImpliedRedirect)) query["redirect_uri"] = attempt.Callback;
        var separator = row.Has(ProviderQuirks.CommaScopes) ? ',' : ' ';
        var all = string.Join(separator, row.Scopes.Union(scopes));
        if (all.Length > 0) query[row.ScopeParameter] = all;
        if (!row.Has(ProviderQuirks.NoPkce))
        {
            query["code_challenge"] = attempt.Challenge;
            query["code_challenge_method"] = "S256";
        }

        if (IdTokenIsRead(row, found.Value)) query["nonce"] = attempt.Nonce;
        foreach (var (name, value) in row.Asks) query[name] = value;
        return WithQuery(found.Value.Authorization, query);
    }

    /// <summary>Null when nothing says who the provider's issuer is.</summary>
    public async ValueTask<string?> IssuerAsync(ProviderConnection connection, CancellationToken cancellation)
    {
        var found = await openId.DescribeAsync(connection, cancellation);
        return found.IsSuccess && found.Value.Issuer.Length > 0 ? found.Value.Issuer : null;
    }

    public async ValueTask<Outcome<ProviderTokens>> ExchangeAsync(
        ProviderConnection connection, SignInAttempt attempt, string code, CancellationToken cancellation)
    {
        var found = await openId.DescribeAsync(connection, cancellation);
        if (!found.IsSuccess) return found.Error;
        var row = connection.Row;
        var form = new Dictionary<string, string> { ["code"] = code };
        if (!row.Has(ProviderQuirks.NoGrantType)) form["grant_type"] = "authorization_code";
        if (!row.Has(ProviderQuirks.NoRedirectUri)) form["redirect_uri"] = attempt.Callback;
        if (!row.Has(ProviderQuirks.NoPkce)) form["code_verifier"] = attempt.Verifier;
        if (row.Has(ProviderQuirks.TokenScope) && row.Scopes.Count > 0) form["scope"] = string.Join(' ', row.Scopes);
        return await AskTokensAsync(connection, found.Value.Token, form, "code exchange", cancellation);
    }

    public async ValueTask<Outcome<ProviderTokens>> RefreshAsync(
        ProviderConnection connection, Secret refreshToken, CancellationToken cancellation)
    {
        var found = await openId.DescribeAsync(connection, cancellation);
        if (!found.IsSuccess) return found.Error;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken.Reveal(),
        };
        return await AskTokensAsync(connection, found.Value.Refresh, form, "token refresh", cancellation);
    }

    public async ValueTask<Outcome<ProviderUser>> UserAsync(
        ProviderConnection connection, SignInAttempt attempt, ProviderTokens tokens, CancellationToken cancellation)
    {
        var found = await openId.DescribeAsync(connection, cancellation);
        if (!found.IsSuccess) return found.Error;
        var (row, addresses) = (connection.Row, found.Value);

        ProviderUser? claimed = null;
        if (IdTokenIsRead(row, addresses))
        {
            var claims = await openId.ClaimsAsync(connection, addresses, tokens.IdToken, attempt.Nonce, cancellation);
            if (!claims.IsSuccess) return claims.Error;
            claimed = row.Fields.Read(new ProviderAnswers(claims.Json, default, tokens));
            if (addresses.UserInfo.Length == 0) return claimed;
        }

        if (addresses.UserInfo.Length == 0) return ProviderChannel.Failed("user", "no address to ask");
        var address = connection.Fill(addresses.UserInfo, name => Uri.EscapeDataString(
            name == "subject" && row.Subject is { } subject ? subject(tokens) : ""));
        var first = await AskUserAsync(connection, address, tokens, cancellation);
        if (!first.IsSuccess) return first.Error;
        var second = row.Second is null
            ? default
            : await AskUserAsync(connection, address + row.Second, tokens, cancellation);
        if (second.Error is { } error) return error;

        var answers = new ProviderAnswers(first.Json, second.Json, tokens);
        var user = row.Read?.Invoke(answers) ?? row.Fields.Read(answers);
        // An answer about somebody else than the one who signed in (OpenID Connect Core 5.3.2).
        return claimed is not null && claimed.Id != user.Id ? ProviderChannel.Failed("user", "another user") : user;
    }

    private static bool IdTokenIsRead(OAuth2Provider row, ProviderAddresses addresses) =>
        row.Has(ProviderQuirks.UserInIdToken)
        || (row.Has(ProviderQuirks.Discovered) && addresses.Issuer.Length > 0);

    private async ValueTask<Outcome<ProviderTokens>> AskTokensAsync(
        ProviderConnection connection,
        string address,
        Dictionary<string, string> form,
        string step,
        CancellationToken cancellation)
    {
        var row = connection.Row;
        var isBasic = row.Has(ProviderQuirks.Basic);
        var secret = row.Has(ProviderQuirks.SignedSecret)
            ? SignedClientSecret.Make(connection, clock.GetUtcNow())
            : connection.Secret;
        if (!isBasic && !row.Has(ProviderQuirks.NoClientId)) form["client_id"] = connection.AppId;
        if (!isBasic && !row.Has(ProviderQuirks.NoClientSecret)) form["client_secret"] = secret.Reveal();

        using var request = row.Has(ProviderQuirks.TokenByGet)
            ? new HttpRequestMessage(HttpMethod.Get, WithQuery(address, form))
            : new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = row.Has(ProviderQuirks.JsonBody) ? JsonContent.Create(form) : new FormUrlEncodedContent(form),
            };
        if (isBasic) request.Headers.Authorization = BasicOf(connection.AppId, secret);
        var reply = await channel.SendAsync(request, step, cancellation);
        if (!reply.IsSuccess) return reply.Error;

        var tokens = new ProviderTokens(reply.Json);
        if (tokens.Error.Length > 0) return AccountErrors.OAuth2BadRequest;
        return IsToken(tokens.AccessToken.Reveal()) ? tokens : ProviderChannel.Failed(step, "no access token");
    }

    private async ValueTask<ProviderReply> AskUserAsync(
        ProviderConnection connection, string address, ProviderTokens tokens, CancellationToken cancellation)
    {
        var row = connection.Row;
        var token = tokens.AccessToken.Reveal();
        var inQuery = row.Has(ProviderQuirks.CredentialsInQuery);
        if (inQuery)
        {
            address = WithQuery(address, new Dictionary<string, string>
            {
                ["access_token"] = token,
                ["api_key"] = connection.AppId,
                ["api_secret"] = connection.Secret.Reveal(),
            });
        }

        var method = row.Has(ProviderQuirks.UserByPost) ? HttpMethod.Post : HttpMethod.Get;
        using var request = new HttpRequestMessage(method, address);
        if (!inQuery) request.Headers.TryAddWithoutValidation("Authorization", $"{row.TokenScheme} {token}");
        foreach (var (name, value) in row.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, connection.Fill(value));
        }

        return await channel.SendAsync(request, "user", cancellation);
    }

    // Visible characters (RFC 6749 section A.12). It goes into a header, where a line break would begin another.
    private static bool IsToken(string token) => token.Length > 0 && token.All(c => c is >= ' ' and <= '~');

    // RFC 6749 section 2.3.1: both parts are form-encoded first.
    private static AuthenticationHeaderValue BasicOf(string appId, Secret secret) => new(
        "Basic",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{Uri.EscapeDataString(appId)}:{Uri.EscapeDataString(secret.Reveal())}")));

    private static string WithQuery(string address, Dictionary<string, string> parameters)
    {
        var query = string.Join('&', parameters.Select(parameter =>
            $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }
}
