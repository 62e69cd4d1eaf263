using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Links of mails: a base address with our parameters merged into its query.</summary>
internal static class Links
{
    /// <summary>Given parameters replace those of the same name; all else of the address stays.</summary>
    [SuppressMessage("Design", "CA1054", Justification = "Kept as it was sent; a Uri would rewrite it.")]
    public static string Merge(string url, params IReadOnlyList<(string Name, string Value)> parameters)
    {
        var (rest, fragment) = Cut(url, '#');
        var (address, query) = Cut(rest, '?');
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !parameters.Any(parameter => parameter.Name == WebUtility.UrlDecode(pair.Split('=')[0])));
        var added = parameters.Select(parameter => $"{parameter.Name}={WebUtility.UrlEncode(parameter.Value)}");
        return $"{address}?{string.Join('&', kept.Concat(added))}{(fragment.Length > 0 ? "#" + fragment : "")}";
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }
}
