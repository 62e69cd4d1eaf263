namespace AccountGraph.Messaging.Templates;

/// <summary>The values of one mail. Each member is a template of its own.</summary>
public abstract record EmailContent
{
    private EmailContent()
    {
    }

    public sealed record Verification(string Link, long LifetimeSeconds) : EmailContent;

    public sealed record Recovery(string Link, long LifetimeSeconds) : EmailContent;

    public sealed record MagicSession(string Link, long LifetimeSeconds, DeviceInfo Device, string? Phrase = null)
        : EmailContent;

    public sealed record OtpSession(string Code, long LifetimeSeconds, DeviceInfo Device, string? Phrase = null)
        : EmailContent;

    public sealed record MfaChallenge(string Code, long LifetimeSeconds, DeviceInfo Device) : EmailContent;

    /// <param name="Country">Null when the address is not in the country table.</param>
    public sealed record SessionAlert(DateTimeOffset Time, string? Client, string? IpAddress, string? Country)
        : EmailContent;

    public sealed record PasswordChanged(DateTimeOffset Time, DeviceInfo Device) : EmailContent;

    /// <summary>For the old address and the new one alike. The new address is shown with its name masked: the
    /// old mailbox may belong to someone else.</summary>
    public sealed record EmailChanged(string NewEmail, DateTimeOffset Time, DeviceInfo Device) : EmailContent;

    /// <summary>The number is shown with its last two digits only.</summary>
    public sealed record PhoneChanged(string NewPhone, DateTimeOffset Time, DeviceInfo Device) : EmailContent;

    public sealed record MfaChanged(bool IsOn, DateTimeOffset Time, DeviceInfo Device) : EmailContent;
}
