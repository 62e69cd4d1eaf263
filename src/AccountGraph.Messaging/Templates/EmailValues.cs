using System.Globalization;

namespace AccountGraph.Messaging.Templates;

/// <summary>The content of a mail as values of placeholders.</summary>
internal static class EmailValues
{
    private const string UnknownDevice = "UNKNOWN";
    private static readonly string[] UnsafeSchemes = ["javascript", "data", "vbscript", "file"];

    public static IReadOnlyDictionary<string, string> Of(Recipient recipient, EmailContent content, LocaleTexts texts)
    {
        var values = new Dictionary<string, string>
        {
            ["user"] = TemplateText.GreetingName(recipient.Name),
            ["project"] = TemplateText.OneLine(recipient.ProjectName),
            ["email"] = TemplateText.OneLine(recipient.To),
            ["phrase"] = "",
        };
        switch (content)
        {
            case EmailContent.Verification mail:
                values.AddLink(mail.Link).AddLifetime(mail.LifetimeSeconds, texts);
                break;
            case EmailContent.Recovery mail:
                values.AddLink(mail.Link).AddLifetime(mail.LifetimeSeconds, texts);
                break;
            case EmailContent.MagicSession mail:
                values.AddLink(mail.Link).AddLifetime(mail.LifetimeSeconds, texts).AddDevice(mail.Device);
                values["phrase"] = TemplateText.OneLine(mail.Phrase);
                break;
            case EmailContent.OtpSession mail:
                values.AddCode(mail.Code).AddLifetime(mail.LifetimeSeconds, texts).AddDevice(mail.Device);
                values["phrase"] = TemplateText.OneLine(mail.Phrase);
                break;
            case EmailContent.MfaChallenge mail:
                values.AddCode(mail.Code).AddLifetime(mail.LifetimeSeconds, texts).AddDevice(mail.Device);
                break;
            case EmailContent.SessionAlert mail:
                var unknown = texts.Text("unknown", values);
                values.AddTime(mail.Time);
                values["client"] = TextOr(mail.Client, UnknownDevice);
                values["ip"] = TextOr(mail.IpAddress, unknown);
                values["country"] = TextOr(mail.Country, unknown);
                break;
            case EmailContent.PasswordChanged mail:
                values.AddTime(mail.Time).AddDevice(mail.Device);
                break;
            case EmailContent.EmailChanged mail:
                values.AddTime(mail.Time).AddDevice(mail.Device);
                values["newEmail"] = TemplateText.MaskedEmail(mail.NewEmail);
                break;
            case EmailContent.PhoneChanged mail:
                values.AddTime(mail.Time).AddDevice(mail.Device);
                values["newPhone"] = TemplateText.MaskedPhone(mail.NewPhone);
                break;
            case EmailContent.MfaChanged mail:
                values.AddTime(mail.Time).AddDevice(mail.Device);
                values["state"] = texts.Text(mail.IsOn ? "mfaChanged.on" : "mfaChanged.off", values);
                break;
        }

        return values;
    }

    private static Dictionary<string, string> AddLink(this Dictionary<string, string> values, string link)
    {
        // The callers have checked where it leads; a script in its place would run in some mail programs.
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || UnsafeSchemes.Contains(uri.Scheme))
        {
            throw new ArgumentException("A link in a mail is an absolute address.", nameof(link));
        }

        values["link"] = link;
        return values;
    }

    private static Dictionary<string, string> AddCode(this Dictionary<string, string> values, string code)
    {
        values["code"] = code;
        return values;
    }

    private static Dictionary<string, string> AddLifetime(
        this Dictionary<string, string> values, long seconds, LocaleTexts texts)
    {
        values["lifetime"] = texts.Duration(seconds);
        values["minutes"] = (seconds / 60).ToString(CultureInfo.InvariantCulture);
        return values;
    }

    private static Dictionary<string, string> AddDevice(this Dictionary<string, string> values, DeviceInfo device)
    {
        values["client"] = TextOr(device.Client, UnknownDevice);
        values["device"] = TextOr(device.Device, UnknownDevice);
        values["os"] = TextOr(device.OperatingSystem, UnknownDevice);
        return values;
    }

    private static Dictionary<string, string> AddTime(this Dictionary<string, string> values, DateTimeOffset time)
    {
        values["time"] = time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return values;
    }

    private static string TextOr(string? value, string other) =>
        TemplateText.OneLine(value) is { Length: > 0 } text ? text : other;
}
