using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Arguments;

/// <summary>A password that somebody claims to have: its length alone is checked.</summary>
internal static class PasswordArgument
{
    public static AccountError? Check(string argument, string? value)
    {
        if (value is null) return TextArgument.Missing(argument);
        return PasswordPolicy.HasAllowedLength(value) ? null : LengthRefused(argument);
    }

    public static AccountError? CheckOptional(string argument, string? value) =>
        value is null ? null : Check(argument, value);

    public static AccountError LengthRefused(string argument) => AccountErrors.ArgumentInvalid(
        argument, $"must be {PasswordPolicy.MinimumBytes} to {PasswordPolicy.MaximumBytes} bytes long.");
}
