using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts.Projects;

/// <summary>Settings <c>Projects:&lt;id&gt;:Auth:*</c>.</summary>
public sealed class AuthSettings
{
    /// <summary>Seconds that a session lives.</summary>
    [Range(0, 31_536_000)]
    public long Duration { get; set; } = 31_536_000;

    [Range(1, 100)]
    public int MaxSessions { get; set; } = 10;

    /// <summary>Most users the project may have; 0 for no limit.</summary>
    [Range(0, 10_000)]
    public int Limit { get; set; }

    /// <summary>Earlier passwords that may not come back; 0 for none.</summary>
    [Range(0, 20)]
    public int PasswordHistory { get; set; }

    public bool PasswordDictionary { get; set; } = true;

    public bool PersonalDataCheck { get; set; } = true;

    public bool SessionAlerts { get; set; }

    [MaxLength(10)]
    public IList<MockNumber> MockNumbers { get; } = [];

    public bool EmailPassword { get; set; } = true;

    public bool UsersAuthMagicURL { get; set; } = true;

    public bool EmailOtp { get; set; } = true;

    public bool Anonymous { get; set; } = true;

    public bool JWT { get; set; } = true;

    public bool Phone { get; set; } = true;

    public bool KeepSessionsOnPasswordChange { get; set; }

    public bool OAuthTrustUnverifiedEmail { get; set; }

    /// <summary>Deleting an account removes its record; without it the record stays, blocked for good.</summary>
    public bool HardDelete { get; set; }
}
