using System.Text.RegularExpressions;

namespace AccountGraph.Accounts.Devices;

/// <summary>One pattern of the rules. Most of some twenty thousand never match, so a cheap search for text that
/// every match contains comes first, and the regex is built when it is needed.</summary>
internal sealed partial class RulePattern(string regex, string? prefix = null)
{
    // Where a name may start: not in the middle of another word.
    private const string WordStart = "(?:^|[^A-Z0-9_-]|[^A-Z0-9-]_|sprd-|MZ-)";

    // Patterns written for another engine can backtrack for long on a hostile text.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(50);

    private string[]? _literals;
    private Regex? _regex;

    public bool IsIn(UserAgentText text) => Match(text) is not null;

    public Match? Match(UserAgentText text)
    {
        if (!MayMatch(text)) return null;

        // The limit is one of wall-clock time: on a busy machine a harmless pattern may run into it, but not twice.
        for (var attempt = 0; attempt < 2 && !text.IsOutOfTime; attempt++)
        {
            try
            {
                return Regex.Match(text.Text) is { Success: true } match ? match : null;
            }
            catch (RegexMatchTimeoutException) when (attempt == 0)
            {
            }
            catch (Exception failure) when (failure is RegexMatchTimeoutException or RegexParseException)
            {
                // A pattern that does not parse is a mistake in a file that replaced the build's: one rule less.
                break;
            }
        }

        text.GiveUpOnPattern();
        return null;
    }

    // Threads that come here together build the same twice, which harms nothing.
    internal Regex Regex => _regex ??= new Regex(
        $"{prefix ?? WordStart}(?:{Translated})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        LongestMatch);

    internal IReadOnlyList<string> Literals => _literals ??= RequiredLiterals.Of(Translated);

    private bool MayMatch(UserAgentText text)
    {
        var literals = _literals ??= RequiredLiterals.Of(Translated);
        foreach (var literal in literals)
        {
            if (text.Lower.Contains(literal, StringComparison.Ordinal)) return true;
        }

        return literals.Length == 0;
    }

    // JavaScript and PCRE allow \_ and a possessive ++; .NET has neither.
    private string Translated => Escape()
        .Replace(regex, escape => escape.ValueSpan is @"\_" ? "_" : escape.Value)
        .Replace("++", "+", StringComparison.Ordinal);

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
