using System.Buffers;
using AccountGraph.Accounts.Projects;

namespace AccountGraph.Accounts.Arguments;

/// <summary>A URL that a mail will lead to. The secret travels with it, so its host must be one of the
/// project's.</summary>
internal static class UrlArgument
{
    private const int Longest = 2048;

    // Browsers read a backslash as a slash and drop tabs and line breaks: such a text leads elsewhere than it says.
    private static readonly SearchValues<char> Misleading = SearchValues.Create("\\<>\"\u007f");

    private static readonly string[] UnsafeSchemes = ["javascript", "vbscript", "data", "file", "blob", "about"];

    public static AccountError? Check(string argument, string? value, CallContext call)
    {
        if (value is null) return TextArgument.Missing(argument);
        return IsAllowed(value, call)
            ? null
            : AccountErrors.ArgumentInvalid(
                argument, "must be an absolute URL whose host is one of the project's platforms.");
    }

    public static AccountError? CheckOptional(string argument, string? value, CallContext call) =>
        value is null ? null : Check(argument, value, call);

    private static bool IsAllowed(string value, CallContext call) =>
        value.Length is > 0 and <= Longest
        && !value.AsSpan().ContainsAny(Misleading)
        && !value.AsSpan().ContainsAnyInRange('\0', ' ')
        && value.Contains("://", StringComparison.Ordinal)
        && Uri.TryCreate(value, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && !UnsafeSchemes.Contains(url.Scheme)
        && PlatformHosts.Allow(call.Project, new Uri(call.PublicOrigin).IdnHost, url.IdnHost);
}
