using AccountGraph.Accounts.Mfa;

namespace AccountGraph.Accounts.Arguments;

/// <summary>A second factor. Clients differ in the spelling of <c>recoveryCode</c>, so case is ignored.</summary>
internal static class FactorArgument
{
    private static readonly string[] All = [Factors.Email, Factors.Phone, Factors.Totp, Factors.RecoveryCode];

    public static AccountError? Check(string argument, string? value, out string factor)
    {
        factor = All.FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? "";
        if (value is null) return TextArgument.Missing(argument);
        return factor.Length > 0
            ? null
            : AccountErrors.ArgumentInvalid(argument, $"must be one of {string.Join(", ", All)}.");
    }
}
