namespace AccountGraph.Messaging.Templates;

/// <summary>Every mail template, as one table.</summary>
internal static class EmailKinds
{
    private static readonly string[] Common = ["user", "project", "email"];
    private static readonly string[] Lifetime = ["lifetime", "minutes"];
    private static readonly string[] Device = ["client", "device", "os"];

    private static readonly EmailBlock.Details DeviceRows =
        new(("detail.client", "client"), ("detail.device", "device"), ("detail.os", "os"));

    private static readonly EmailBlock.Details NoticeRows =
        new(
            ("detail.time", "time"),
            ("detail.client", "client"),
            ("detail.device", "device"),
            ("detail.os", "os"));

    public static readonly EmailKind Verification = LinkMail("verification");

    public static readonly EmailKind Recovery = LinkMail("recovery");

    public static readonly EmailKind MagicSession = new(
        "magicSession",
        [.. Common, .. Lifetime, .. Device, "link", "phrase"],
        "link",
        [
            new EmailBlock.Paragraph("magicSession.lead"),
            new EmailBlock.Link("magicSession.button"),
            new EmailBlock.Paragraph("lifetime.link"),
            new EmailBlock.Phrase(),
            DeviceRows,
            new EmailBlock.Note("magicSession.note"),
        ]);

    public static readonly EmailKind OtpSession = new(
        "otpSession",
        [.. Common, .. Lifetime, .. Device, "code", "phrase"],
        "code",
        [
            new EmailBlock.Paragraph("otpSession.lead"),
            new EmailBlock.Code(),
            new EmailBlock.Paragraph("lifetime.code"),
            new EmailBlock.Phrase(),
            DeviceRows,
            new EmailBlock.Note("otpSession.note"),
        ]);

    public static readonly EmailKind MfaChallenge = new(
        "mfaChallenge",
        [.. Common, .. Lifetime, .. Device, "code"],
        "code",
        [
            new EmailBlock.Paragraph("mfaChallenge.lead"),
            new EmailBlock.Code(),
            new EmailBlock.Paragraph("lifetime.code"),
            DeviceRows,
            new EmailBlock.Note("mfaChallenge.note"),
        ]);

    public static readonly EmailKind SessionAlert = new(
        "sessionAlert",
        [.. Common, "time", "client", "ip", "country"],
        null,
        [
            new EmailBlock.Paragraph("sessionAlert.lead"),
            new EmailBlock.Details(
                ("detail.time", "time"),
                ("detail.client", "client"),
                ("detail.ip", "ip"),
                ("detail.country", "country")),
            new EmailBlock.Note("sessionAlert.note"),
        ]);

    public static readonly EmailKind PasswordChanged = Notice("passwordChanged");

    public static readonly EmailKind EmailChanged = Notice("emailChanged", "newEmail");

    public static readonly EmailKind PhoneChanged = Notice("phoneChanged", "newPhone");

    public static readonly EmailKind MfaChanged = Notice("mfaChanged", "state");

    public static IReadOnlyList<EmailKind> All { get; } =
    [
        Verification, Recovery, MagicSession, OtpSession, MfaChallenge, SessionAlert,
        PasswordChanged, EmailChanged, PhoneChanged, MfaChanged,
    ];

    private static EmailKind LinkMail(string name) => new(
        name,
        [.. Common, .. Lifetime, "link"],
        "link",
        [
            new EmailBlock.Paragraph(name + ".lead"),
            new EmailBlock.Link(name + ".button"),
            new EmailBlock.Paragraph("lifetime.link"),
            new EmailBlock.Note(name + ".note"),
        ]);

    private static EmailKind Notice(string name, params string[] own) => new(
        name,
        [.. Common, .. Device, "time", .. own],
        null,
        [
            new EmailBlock.Paragraph(name + ".lead"),
            NoticeRows,
            new EmailBlock.Note("notice.note"),
        ]);
}
