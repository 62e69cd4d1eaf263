using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountGraph.Accounts;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Gateway.Hosting;
using AccountGraph.Storage;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Http;

/// <summary>Finds out which project a request is for and who sends it.</summary>
internal sealed class CallerReader(
    ProjectCatalog projects,
    SessionReader sessions,
    JsonWebTokens jwts,
    ForwardedRequest forwarded,
    IOptions<ServerOptions> server,
    TimeProvider time)
{
    private const string DefaultProject = "default";
    private const string DefaultLocale = "en";

    /// <summary>The project that the request names, or null when there is none of that name.</summary>
    public Project? FindProject(HttpRequest request)
    {
        var id = request.Headers["X-Appwrite-Project"].ToString();
        if (id.Length == 0 && request.QueryString.HasValue) id = request.Query["project"].ToString();
        return projects.Find(id.Length == 0 ? DefaultProject : id);
    }

    public RequestOrigin OriginOf(HttpContext http) => RequestOrigin.Of(http, forwarded);

    public ValueTask<RequestContext> ReadAsync(HttpContext http, Project project, CancellationToken cancellation)
    {
        var headers = http.Request.Headers;
        var jwt = headers["X-Appwrite-JWT"].ToString();
        var key = headers["X-Appwrite-Key"].ToString();
        if (jwt.Length > 0 || key.Length > 0) return ReadCredentialsAsync(http, project, jwt, key, cancellation);

        if (SessionCookies.Read(http.Request, project.Id) is not { } token)
        {
            return ValueTask.FromResult(Context(http, project, Caller.Anybody, null));
        }

        // Sessions come from memory as a rule; then nothing is awaited.
        var pending = sessions.FindAsync(project, token, cancellation);
        return pending.IsCompletedSuccessfully
            ? ValueTask.FromResult(Context(http, project, pending.Result ?? Caller.Anybody, null))
            : AwaitSessionAsync(http, project, pending);
    }

    private async ValueTask<RequestContext> AwaitSessionAsync(
        HttpContext http, Project project, ValueTask<Caller.SignedIn?> pending) =>
        Context(http, project, await pending ?? Caller.Anybody, null);

    private async ValueTask<RequestContext> ReadCredentialsAsync(
        HttpContext http, Project project, string jwt, string key, CancellationToken cancellation)
    {
        var caller = SessionCookies.Read(http.Request, project.Id) is { } token
            ? await sessions.FindAsync(project, token, cancellation)
            : null;
        if (jwt.Length > 0)
        {
            if (jwts.Verify(jwt) is not { } claims)
            {
                return Context(http, project, Caller.Anybody, AccountErrors.JwtInvalid);
            }

            caller = await FindByJwtAsync(project, claims, caller, cancellation);
        }

        if (key.Length == 0) return Context(http, project, caller ?? Caller.Anybody, null);
        if (caller is not null) return Context(http, project, Caller.Anybody, AccountErrors.KeyAndSessionSet);
        return FindKey(project, key, out var holder) is { } error
            ? Context(http, project, Caller.Anybody, error)
            : Context(http, project, holder!, null);
    }

    /// <summary>A JWT replaces the caller found before. It has no session of its own; one of the same user that
    /// came along stays the current one.</summary>
    private async ValueTask<Caller.SignedIn?> FindByJwtAsync(
        Project project, JwtClaims claims, Caller.SignedIn? bySession, CancellationToken cancellation)
    {
        var user = await sessions.FindByJwtAsync(project, claims.UserId, claims.SessionId, cancellation);
        if (user is null) return null;
        return bySession?.User.Key == user.Key ? bySession : new Caller.SignedIn(user, Current: null, ByJwt: true);
    }

    /// <summary>Compares with every key of the project, hashes with hashes, so that time tells nothing.</summary>
    private AccountError? FindKey(Project project, string sent, out Caller? holder)
    {
        holder = null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sent));
        ApiKey? found = null;
        foreach (var (name, key) in project.Keys)
        {
            var expected = SHA256.HashData(Encoding.UTF8.GetBytes(key.Secret));
            if (!CryptographicOperations.FixedTimeEquals(expected, hash) || key.Secret.Length == 0) continue;
            found = key;
            holder = new Caller.ApiKey(name, [.. key.Scopes]);
        }

        if (found is null) return AccountErrors.UserUnauthorized;
        return found.Expire < time.GetUtcNow() ? AccountErrors.ProjectKeyExpired : null;
    }

    private RequestContext Context(HttpContext http, Project project, Caller caller, AccountError? credentialError)
    {
        var headers = http.Request.Headers;
        var isKey = caller is Caller.ApiKey;
        var userAgent = isKey && headers["X-Forwarded-User-Agent"].ToString() is { Length: > 0 } named
            ? named
            : headers.UserAgent.ToString();
        var origin = OriginOf(http);
        var hasTimestamp = TryReadTimestamp(headers["X-Appwrite-Timestamp"].ToString(), out var timestamp);
        return new RequestContext
        {
            Http = http,
            Origin = origin,
            IsOriginAllowed = isKey || origin.IsAllowedBy(project.Platforms),
            CredentialError = credentialError,
            HasUnreadableTimestamp = !hasTimestamp,
            Call = new CallContext
            {
                Project = project,
                Caller = caller,
                IpAddress = (isKey ? ForwardedRequest.NamedByKeyHolder(http) : null) ?? forwarded.ClientAddress(http),
                UserAgent = userAgent.Length == 0 ? null : userAgent,
                Locale = LocaleOf(http.Request),
                Timestamp = timestamp,
                PublicOrigin = server.Value.PublicOrigin,
            },
        };
    }

    private static string LocaleOf(HttpRequest request)
    {
        var locale = request.Headers["X-Appwrite-Locale"].ToString();
        if (locale.Length == 0 && request.QueryString.HasValue) locale = request.Query["locale"].ToString();
        return IsLocale(locale) ? locale : DefaultLocale;
    }

    // Names and mails fall back from "pt-BR" to "pt" to English by themselves.
    private static bool IsLocale(string text) =>
        text.Length is > 0 and <= 16 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>True also when no timestamp was sent.</summary>
    private static bool TryReadTimestamp(string text, out Instant? timestamp)
    {
        timestamp = null;
        if (text.Length == 0) return true;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        timestamp = Instant.From(time);
        return true;
    }
}
