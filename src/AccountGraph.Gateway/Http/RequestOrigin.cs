using System.Net;

namespace AccountGraph.Gateway.Http;

/// <summary>Which server the client called, and from which page.</summary>
/// <param name="Host">The server's host name as the client sees it.</param>
/// <param name="PageHost">Host of <c>Origin</c>, else of <c>Referer</c>; null when none was sent.</param>
internal readonly record struct RequestOrigin(string Host, bool IsHttps, string? PageHost)
{
    private const string OpaqueOrigin = "null";

    /// <summary>True unless page and server share a registrable domain, so that the browser keeps our cookies.
    /// Without a page there is no browser to keep them.</summary>
    public bool NeedsFallbackCookies => PageHost is null || !SameSite(PageHost, Host);

    public static RequestOrigin Of(HttpContext http, ForwardedRequest forwarded) =>
        new(forwarded.Host(http), forwarded.IsHttps(http), HostOf(http.Request));

    /// <summary>Whether the platforms of a project (host names or <c>*.</c> wildcards) admit the page.</summary>
    public bool IsAllowedBy(IEnumerable<string> platforms)
    {
        if (PageHost is null) return true;
        if (Matches(PageHost, "localhost") || Matches(PageHost, Host)) return true;
        foreach (var platform in platforms)
        {
            if (Matches(PageHost, platform)) return true;
        }

        return false;
    }

    /// <summary>Compares a host name with a platform: equal, <c>*</c> for all, <c>*.example.com</c> for every
    /// sub-domain.</summary>
    public static bool Matches(string host, string platform) =>
        platform == "*"
        || host.Equals(platform, StringComparison.OrdinalIgnoreCase)
        || (platform.StartsWith("*.", StringComparison.Ordinal)
            && host.Length > platform.Length - 1
            && host.EndsWith(platform[1..], StringComparison.OrdinalIgnoreCase));

    private static string? HostOf(HttpRequest request)
    {
        var page = request.Headers.Origin.ToString();
        if (page.Length == 0) page = request.Headers.Referer.ToString();
        if (page.Length == 0) return null;

        // Browsers give this origin to sandboxed frames, of any site: it is a page, and no platform.
        if (page == OpaqueOrigin) return OpaqueOrigin;
        return Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : null;
    }

    /// <summary>An approximation without the public suffix list: equal hosts, one below the other, or the same
    /// last two labels. Where it errs the client gets a header that it can do without.</summary>
    private static bool SameSite(string left, string right)
    {
        if (left.Equals(right, StringComparison.OrdinalIgnoreCase)) return true;
        if (IPAddress.TryParse(left, out _) || IPAddress.TryParse(right, out _)) return false;
        return LastLabels(left) is { } domain && domain.Equals(LastLabels(right), StringComparison.OrdinalIgnoreCase);
    }

    private static string? LastLabels(string host)
    {
        var last = host.LastIndexOf('.');
        if (last <= 0) return null;
        var before = host.LastIndexOf('.', last - 1);
        return host[(before + 1)..];
    }
}
