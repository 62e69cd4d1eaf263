using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts;

/// <summary>Settings <c>Lifetimes:*</c>, all in seconds.</summary>
public sealed class Lifetimes
{
    private const int Year = 31_536_000;

    [Range(1, Year)]
    public int EmailToken { get; set; } = 900;

    [Range(1, Year)]
    public int PhoneToken { get; set; } = 900;

    [Range(1, Year)]
    public int MagicUrlToken { get; set; } = 3600;

    [Range(1, Year)]
    public int OAuth2Token { get; set; } = 900;

    [Range(1, Year)]
    public int Recovery { get; set; } = 3600;

    [Range(1, Year)]
    public int EmailVerification { get; set; } = 604_800;

    [Range(1, Year)]
    public int PhoneVerification { get; set; } = 900;

    [Range(1, Year)]
    public int MfaChallenge { get; set; } = 3600;

    [Range(1, Year)]
    public int MfaFreshness { get; set; } = 1800;

    [Range(1, 3600)]
    public int Jwt { get; set; } = 900;

    /// <summary>How long entries of the security log are kept.</summary>
    [Range(86_400, 10 * Year)]
    public int SecurityLog { get; set; } = 90 * 86_400;
}
