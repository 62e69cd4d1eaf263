using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts.Security;

public sealed class MfaOptions
{
    public const string Section = "Mfa";

    /// <summary>How many 30-second steps before and after the present one are accepted.</summary>
    [Range(0, 10)]
    public int TotpWindow { get; set; } = 1;
}
