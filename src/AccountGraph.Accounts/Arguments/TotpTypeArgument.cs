namespace AccountGraph.Accounts.Arguments;

internal static class TotpTypeArgument
{
    public static AccountError? Check(string argument, string? value)
    {
        if (value is null) return TextArgument.Missing(argument);
        return value.Equals("totp", StringComparison.OrdinalIgnoreCase)
            ? null
            : AccountErrors.ArgumentInvalid(argument, "must be totp.");
    }
}
