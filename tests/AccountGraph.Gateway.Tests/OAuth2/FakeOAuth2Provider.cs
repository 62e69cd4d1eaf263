using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>A provider on a real socket. It gives each code out for one exchange, to whoever holds the PKCE verifier,
/// and has a switch for everything that providers do wrong.</summary>
public sealed class FakeOAuth2Provider : IAsyncDisposable
{
    public const string AccessToken = "4711.access-token-of-the-provider";
    public const string RefreshToken = "refresh-token-of-the-provider";

    private const string WellKnown = "/.well-known/openid-configuration";

    private readonly WebApplication _app;
    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce)> _codes = new();
    private int _lastCode;

    private FakeOAuth2Provider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.Single();

    public ConcurrentQueue<ProviderRequest> Requests { get; } = new();

    public string User { get; set; } =
        """{"sub":"ada-1","email":"ada@example.com","email_verified":true,"name":"Ada"}""";

    public string Second { get; set; } = "{}";

    /// <summary>Changes the token reply before it is sent.</summary>
    public Action<JsonObject> TokenReply { get; set; } = _ => { };

    /// <summary>Changes the claims of id tokens before they are signed.</summary>
    public Action<JsonObject> Claims { get; set; } = _ => { };

    public string Algorithm { get; set; } = "ES256";

    /// <summary>Signs with a key that is not among the published ones.</summary>
    public bool SignsWithForeignKey { get; set; }

    public Action<JsonObject> Discovery { get; set; } = _ => { };

    /// <summary>Answers instead of the token address, the user's address or both.</summary>
    public Func<HttpContext, Task>? InsteadOfToken { get; set; }

    public Func<HttpContext, Task>? InsteadOfUser { get; set; }

    public static async Task<FakeOAuth2Provider> StartAsync()
    {
        var provider = new FakeOAuth2Provider();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>The settings of a provider whose addresses all lead here.</summary>
    public string[] Settings(string key, string secret = "app-secret", string project = "default")
    {
        var prefix = $"Projects:{project}:OAuth2:{key}:";
        return
        [
            $"{prefix}AppId=app-{key}",
            $"{prefix}Secret={secret}",
            $"{prefix}AuthorizationEndpoint={Address}/authorize",
            $"{prefix}TokenEndpoint={Address}/token",
            $"{prefix}UserInfoEndpoint={Address}/user",
            $"{prefix}KeysEndpoint={Address}/keys",
            $"{prefix}Issuer={Address}",
        ];
    }

    /// <summary>Settings of <c>oidc</c> that name the discovery document and nothing else.</summary>
    public string[] DiscoverySettings() =>
    [
        "Projects:default:OAuth2:oidc:AppId=app-oidc",
        "Projects:default:OAuth2:oidc:Secret="
            + $$"""{"clientSecret":"app-secret","wellKnownEndpoint":"{{Address}}{{WellKnown}}"}""",
    ];

    /// <summary>What the person at the browser does: signs in and agrees.</summary>
    public string Agree(IReadOnlyDictionary<string, string> query)
    {
        var code = $"code-{Interlocked.Increment(ref _lastCode)}";
        _codes[code] = (query.GetValueOrDefault("code_challenge", ""), query.GetValueOrDefault("nonce", ""));
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _curve.Dispose();
        _rsa.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(new ProviderRequest(
            $"{request.Method} {request.Path}",
            request.Headers.Authorization.ToString(),
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            FieldsOf(request, body)));
        var path = request.Path.Value!;
        if (path == "/token") await (InsteadOfToken?.Invoke(http) ?? AnswerTokenAsync(http, FieldsOf(request, body)));
        else if (path == WellKnown) await WriteAsync(http, DiscoveryDocument());
        else if (path == "/keys") await WriteAsync(http, Keys());
        else if (path.StartsWith("/user", StringComparison.Ordinal)) await AnswerUserAsync(http, path);
        else http.Response.StatusCode = 404;
    }

    private async Task AnswerTokenAsync(HttpContext http, Dictionary<string, string> fields)
    {
        var reply = new JsonObject
        {
            ["access_token"] = AccessToken,
            ["refresh_token"] = RefreshToken,
            ["token_type"] = "bearer",
            ["expires_in"] = 3600,
        };
        if (fields.GetValueOrDefault("grant_type") != "refresh_token")
        {
            if (!_codes.TryRemove(fields.GetValueOrDefault("code", ""), out var given)
                || (fields.TryGetValue("code_verifier", out var verifier) && ChallengeOf(verifier) != given.Challenge))
            {
                http.Response.StatusCode = 400;
                return;
            }

            reply["id_token"] = IdTokenFor(given.Nonce, fields.GetValueOrDefault("client_id", ""));
        }

        TokenReply(reply);
        await WriteAsync(http, reply);
    }

    private async Task AnswerUserAsync(HttpContext http, string path)
    {
        if (InsteadOfUser is { } other) await other(http);
        else await http.Response.WriteAsync(path is "/user/emails" or "/user/profile" ? Second : User);
    }

    private JsonObject DiscoveryDocument()
    {
        var document = new JsonObject
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/authorize",
            ["token_endpoint"] = Address + "/token",
            ["userinfo_endpoint"] = Address + "/user",
            ["jwks_uri"] = Address + "/keys",
        };
        Discovery(document);
        return document;
    }

    private JsonObject Keys()
    {
        var point = _curve.ExportParameters(false).Q;
        var modulus = _rsa.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "EC",
                    ["crv"] = "P-256",
                    ["kid"] = "ES256",
                    ["x"] = Base64Url.EncodeToString(point.X),
                    ["y"] = Base64Url.EncodeToString(point.Y),
                },
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["kid"] = "RS256",
                    ["n"] = Base64Url.EncodeToString(modulus.Modulus),
                    ["e"] = Base64Url.EncodeToString(modulus.Exponent),
                }),
        };
    }

    private string IdTokenFor(string nonce, string audience)
    {
        var now = DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var claims = JsonNode.Parse(User)!.AsObject();
        claims["iss"] = Address;
        claims["aud"] = audience;
        claims["nonce"] = nonce;
        claims["iat"] = now.AddYears(-20).ToUnixTimeSeconds();
        claims["exp"] = now.AddYears(50).ToUnixTimeSeconds();
        Claims(claims);
        var header = new JsonObject { ["alg"] = Algorithm, ["kid"] = Algorithm };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private byte[] Sign(byte[] data)
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Algorithm switch
        {
            "RS256" => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "ES256" => (SignsWithForeignKey ? foreign : _curve).SignData(data, HashAlgorithmName.SHA256),
            "HS256" => HMACSHA256.HashData(_curve.ExportSubjectPublicKeyInfo(), data),
            _ => [],
        };
    }

    private static string ChallengeOf(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Encode(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static Dictionary<string, string> FieldsOf(HttpRequest request, string body)
    {
        if (body.StartsWith('{')) return JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
        return QueryHelpers.ParseQuery(body.Length > 0 ? body : request.QueryString.Value)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    private static Task WriteAsync(HttpContext http, JsonObject json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json.ToJsonString());
    }
}
