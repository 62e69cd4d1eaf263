using System.Globalization;

namespace AccountGraph.Messaging.Templates;

/// <summary>Writes text messages: the code alone, or the project's own text that starts with it.</summary>
public sealed class SmsTemplates(TemplateOverrides overrides)
{
    private readonly Locales _locales = Locales.Load();

    internal static IReadOnlyList<string> Kinds { get; } = ["login", "verification", "mfaChallenge"];

    internal static IReadOnlyList<string> Placeholders { get; } = ["code", "project", "lifetime", "minutes"];

    public SmsMessage Render(Recipient recipient, SmsContent content)
    {
        var kind = content switch
        {
            SmsContent.Login => "login",
            SmsContent.Verification => "verification",
            SmsContent.MfaChallenge => "mfaChallenge",
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        };
        var own = Locales.Chain(recipient.Locale)
            .Select(locale => overrides.Find(recipient.ProjectId, "sms", kind, locale)?.Text)
            .FirstOrDefault(template => template is not null);
        if (own is null) return new SmsMessage(recipient.To, kind, content.Code);

        var values = new Dictionary<string, string>
        {
            ["code"] = content.Code,
            ["project"] = TemplateText.OneLine(recipient.ProjectName),
            ["lifetime"] = _locales.Nearest(recipient.Locale).Duration(content.LifetimeSeconds),
            ["minutes"] = (content.LifetimeSeconds / 60).ToString(CultureInfo.InvariantCulture),
        };
        return new SmsMessage(recipient.To, kind, own.Render(values, TemplateText.Plain));
    }
}
