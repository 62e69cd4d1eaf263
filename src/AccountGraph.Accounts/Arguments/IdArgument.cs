using System.Buffers;

namespace AccountGraph.Accounts.Arguments;

internal static class IdArgument
{
    private const int Longest = 36;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public static AccountError? Check(string argument, string? value)
    {
        if (value is null) return TextArgument.Missing(argument);
        return IsId(value)
            ? null
            : AccountErrors.ArgumentInvalid(
                argument,
                $"must be 1 to {Longest} letters, digits, periods, hyphens and underscores, "
                + "and start with a letter or a digit.");
    }

    public static bool IsId(string value) =>
        value.Length is > 0 and <= Longest
        && char.IsAsciiLetterOrDigit(value[0])
        && !value.AsSpan().ContainsAnyExcept(Allowed);
}
