using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AccountGraph.Accounts.Arguments;

internal static partial class EmailArgument
{
    private const int Longest = 320;
    private const int LongestLocalPart = 64;

    public static AccountError? Check(string argument, string? value)
    {
        if (value is null) return TextArgument.Missing(argument);
        return IsAddress(value)
            ? null
            : AccountErrors.ArgumentInvalid(argument, "must be an email address.");
    }

    /// <summary>The form in which addresses are looked up and stored: two spellings are never two accounts.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "The contract shows addresses in lower case.")]
    public static string Normalise(string value) => value.ToLowerInvariant();

    private static bool IsAddress(string value) =>
        value.Length <= Longest
        && value.IndexOf('@', StringComparison.Ordinal) is > 0 and <= LongestLocalPart
        && Address().IsMatch(value);

    // RFC 5321 §4.1.2 without quoted local parts and address literals; the domain has at least two labels.
    [GeneratedRegex(
        @"\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + @"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
