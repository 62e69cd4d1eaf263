using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using AccountGraph.Accounts.Sessions;
using Microsoft.Extensions.Primitives;

namespace AccountGraph.Gateway.Http;

/// <summary>The cookies that carry a session, and the header that stands in for them where browsers drop
/// cookies of another site.</summary>
internal static class SessionCookies
{
    private const string Legacy = "_legacy";
    private const string FallbackHeader = "X-Fallback-Cookies";

    // Tokens are base64: "+" and "/" may stand in a header as they are.
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string NameFor(string projectId) => "a_session_" + projectId;

    /// <summary>The session token that came with the request, in the order cookie, legacy cookie,
    /// <c>X-Appwrite-Session</c>, <c>X-Fallback-Cookies</c>: the first that can be read counts.</summary>
    public static SessionToken? Read(HttpRequest request, string projectId)
    {
        // Compared without case, as cookies are set in lower case whatever the project is called.
        var name = NameFor(projectId);
        return ReadCookie(request.Headers.Cookie, name, "")
            ?? ReadCookie(request.Headers.Cookie, name, Legacy)
            ?? SessionToken.Decode(request.Headers["X-Appwrite-Session"].ToString())
            ?? ReadFallback(request.Headers[FallbackHeader].ToString(), name);
    }

    public static void Open(
        HttpContext http, RequestOrigin origin, string projectId, string token, DateTimeOffset expires)
    {
        var name = NameFor(projectId);
        Append(http, origin, name, token, expires);
        if (origin.NeedsFallbackCookies)
        {
            http.Response.Headers[FallbackHeader] =
                JsonSerializer.Serialize(new Dictionary<string, string> { [name] = token }, Plain);
        }
    }

    public static void Clear(HttpContext http, RequestOrigin origin, string projectId)
    {
        Append(http, origin, NameFor(projectId), "deleted", DateTimeOffset.UnixEpoch);
        if (origin.NeedsFallbackCookies) http.Response.Headers[FallbackHeader] = "[]";
    }

    private static void Append(
        HttpContext http, RequestOrigin origin, string name, string value, DateTimeOffset expires)
    {
        var options = new CookieOptions
        {
            Expires = expires,
            Path = "/",
            Domain = CookieDomain(origin.Host),
            Secure = origin.IsHttps,
            HttpOnly = true,
            SameSite = SameSiteMode.None,
        };
        name = name.ToLowerInvariant();
        http.Response.Cookies.Append(name, value, options);
        options.SameSite = SameSiteMode.Unspecified;
        http.Response.Cookies.Append(name + Legacy, value, options);
    }

    /// <summary>Browsers refuse a domain attribute for addresses and for <c>localhost</c>.</summary>
    private static string? CookieDomain(string host) =>
        host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
            ? null
            : "." + host;

    private static SessionToken? ReadCookie(StringValues headers, string name, string suffix)
    {
        foreach (var header in headers)
        {
            var rest = header.AsSpan();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf(';');
                var pair = (end < 0 ? rest : rest[..end]).Trim();
                rest = end < 0 ? [] : rest[(end + 1)..];
                if (IsNamed(pair, name, suffix, out var value) && SessionToken.Decode(Unescape(value)) is { } token)
                {
                    return token;
                }
            }
        }

        return null;
    }

    private static bool IsNamed(ReadOnlySpan<char> pair, string name, string suffix, out ReadOnlySpan<char> value)
    {
        value = default;
        var length = name.Length + suffix.Length;
        if (pair.Length <= length || pair[length] != '=') return false;
        if (!pair.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return false;
        if (!pair[name.Length..length].Equals(suffix, StringComparison.OrdinalIgnoreCase)) return false;
        value = pair[(length + 1)..].Trim('"');
        return true;
    }

    /// <summary>Cookies carry <c>=</c> as <c>%3D</c>.</summary>
    private static string Unescape(ReadOnlySpan<char> value) =>
        value.Contains('%') ? Uri.UnescapeDataString(value) : value.ToString();

    private static SessionToken? ReadFallback(string header, string name)
    {
        if (header.Length == 0) return null;
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(name, out var token)
                && token.ValueKind == JsonValueKind.String
                    ? SessionToken.Decode(token.GetString()!)
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
