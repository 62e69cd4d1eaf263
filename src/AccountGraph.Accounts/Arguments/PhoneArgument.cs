using System.Buffers;

namespace AccountGraph.Accounts.Arguments;

internal static class PhoneArgument
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static AccountError? Check(string argument, string? value)
    {
        if (value is null) return TextArgument.Missing(argument);
        return IsPhone(value)
            ? null
            : AccountErrors.ArgumentInvalid(
                argument, "must be an international phone number: a plus sign, then 7 to 15 digits.");
    }

    private static bool IsPhone(string value) =>
        value.Length is >= 8 and <= 16
        && value[0] == '+'
        && value[1] != '0'
        && !value.AsSpan(1).ContainsAnyExcept(Digits)
        && CallingCodes.Begins(value.AsSpan(1));
}
