using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AccountGraph.Gateway.Http;

/// <summary>Cross-origin headers for browsers. An origin that is no platform of the project is told that only
/// <c>localhost</c> may read the answer, which the browser then keeps from the page.</summary>
internal static class CorsHeaders
{
    private static readonly StringValues Methods = "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS";

    private static readonly StringValues RequestHeaders =
        "Origin, Cookie, Set-Cookie, Content-Type, Accept, X-Requested-With, Cache-Control, Pragma, Expires, Range, "
        + "Content-Range, X-Forwarded-For, X-Forwarded-User-Agent, X-Appwrite-Project, X-Appwrite-Key, "
        + "X-Appwrite-Session, X-Appwrite-JWT, X-Appwrite-Locale, X-Appwrite-Mode, X-Appwrite-Timestamp, "
        + "X-Appwrite-Response-Format, X-SDK-Name, X-SDK-Language, X-SDK-Platform, X-SDK-Version, X-SDK-GraphQL, "
        + "X-Fallback-Cookies, GraphQL-Require-Preflight, Apollo-Require-Preflight";

    private static readonly StringValues Exposed =
        "X-Appwrite-Session, X-Fallback-Cookies, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, "
        + "Retry-After, X-Request-Id";

    public static void Write(HttpContext http, bool isAllowed)
    {
        var origin = http.Request.Headers.Origin;
        if (origin.Count == 0) return;
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = isAllowed ? origin : $"{http.Request.Scheme}://localhost";
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = Exposed;
        headers.Vary = HeaderNames.Origin;
    }

    public static void WritePreflight(HttpContext http, bool isAllowed)
    {
        Write(http, isAllowed);
        var headers = http.Response.Headers;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = RequestHeaders;
        headers.AccessControlMaxAge = "600";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method);
}
