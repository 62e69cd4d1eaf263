using AccountGraph.Accounts.OAuth2;

namespace AccountGraph.Gateway.Http;

/// <summary>The cookie that binds a walk to an OAuth2 provider to the browser that began it. Each walk has its own,
/// so that two tabs do not disturb each other.</summary>
internal static class AttemptCookie
{
    private const string Prefix = "a_oauth2_";
    private const string Path = "/v1/account/sessions/oauth2";
    private const int NameLength = 16;

    public static string? Read(HttpContext http, string? state) =>
        NameOf(state) is { } name && http.Request.Cookies.TryGetValue(name, out var value) ? value : null;

    public static void Write(HttpContext http, RequestOrigin origin, StartedSignIn started) =>
        http.Response.Cookies.Append(
            NameOf(started.State)!,
            started.Sealed,
            Options(origin, started.ComesByPost, TimeSpan.FromSeconds(SignInAttempts.LifetimeSeconds)));

    public static void Clear(HttpContext http, RequestOrigin origin, string? state)
    {
        if (NameOf(state) is { } name && http.Request.Cookies.ContainsKey(name))
        {
            http.Response.Cookies.Delete(name, Options(origin, comesByPost: false, null));
        }
    }

    // Lax cookies do not come along with a form that another site posts. None needs https.
    private static CookieOptions Options(RequestOrigin origin, bool comesByPost, TimeSpan? lifetime) => new()
    {
        Path = Path,
        HttpOnly = true,
        Secure = origin.IsHttps,
        SameSite = comesByPost && origin.IsHttps ? SameSiteMode.None : SameSiteMode.Lax,
        MaxAge = lifetime,
    };

    private static string? NameOf(string? state) =>
        state?.Length >= NameLength && state.All(char.IsAsciiHexDigitLower) ? Prefix + state[..NameLength] : null;
}
