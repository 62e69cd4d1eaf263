using AccountGraph.Messaging.Templates;

namespace AccountGraph.Messaging.Tests.Templates;

/// <summary>One of every mail, with values that a reader recognises.</summary>
internal static class SampleMails
{
    public const string Code = "204913";
    public const string Link = "https://app.example.com/confirm?plan=a%20b&userId=u1&secret=5ec2e7#top";

    private static readonly DeviceInfo Device = new("Chrome", null, "Windows");
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));

    public static IReadOnlyDictionary<string, EmailContent> All { get; } = new Dictionary<string, EmailContent>
    {
        ["verification"] = new EmailContent.Verification(Link, 604_800),
        ["recovery"] = new EmailContent.Recovery(Link, 3_600),
        ["magicSession"] = new EmailContent.MagicSession(Link, 3_600, Device, "Golden fox"),
        ["otpSession"] = new EmailContent.OtpSession(Code, 900, Device, "Golden fox"),
        ["mfaChallenge"] = new EmailContent.MfaChallenge(Code, 3_600, Device),
        ["sessionAlert"] = new EmailContent.SessionAlert(Time, "Firefox", "203.0.113.7", null),
        ["passwordChanged"] = new EmailContent.PasswordChanged(Time, Device),
        ["emailChanged"] = new EmailContent.EmailChanged("new.ada@example.org", Time, Device),
        ["phoneChanged"] = new EmailContent.PhoneChanged("+15550100199", Time, Device),
        ["mfaChanged"] = new EmailContent.MfaChanged(true, Time, Device),
    };

    public static TheoryData<string> Kinds => [.. All.Keys];

    public static TheoryData<string> Locales => ["en", "de", "fr", "es", "pt", "ja", "zh"];

    public static Recipient Ada(string? locale = "en", string? name = "Ada Lovelace", string project = "Acme") =>
        new("ada@example.com", name, locale, "acme", project);
}
