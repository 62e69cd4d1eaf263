namespace AccountGraph.Messaging.Templates;

/// <summary>Writes mails: the project's own template where it has one, else the built-in one, in the nearest
/// language. Safe to share.</summary>
public sealed class EmailTemplates(TemplateOverrides overrides)
{
    private const string Channel = "email";

    private readonly Locales _locales = Locales.Load();
    private readonly HtmlBody _html = new();

    public EmailMessage Render(Recipient recipient, EmailContent content)
    {
        var kind = KindOf(content);
        var locale = LocaleFor(recipient, kind);
        var texts = _locales.Nearest(locale);
        var values = EmailValues.Of(recipient, content, texts);
        var own = overrides.Find(recipient.ProjectId, Channel, kind.Name, locale);

        return new EmailMessage(
            recipient.To,
            TemplateText.OneLine(recipient.Name) is { Length: > 0 } name ? name : null,
            kind.Name,
            TemplateText.OneLine(
                own?.Subject?.Render(values, TemplateText.Plain) ?? texts.Text(kind.SubjectKey, values)),
            own?.Text?.Render(values, TemplateText.Plain) ?? TextBody.Write(kind, texts, values),
            own?.Html?.Render(values, TemplateText.Html) ?? _html.Write(kind, texts, values));
    }

    /// <summary>The first language of the chain in which there is a template of the project's or of ours.</summary>
    private string LocaleFor(Recipient recipient, EmailKind kind) =>
        Locales.Chain(recipient.Locale).First(locale =>
            overrides.Find(recipient.ProjectId, Channel, kind.Name, locale) is not null
            || _locales.Find(locale) is not null);

    private static EmailKind KindOf(EmailContent content) => content switch
    {
        EmailContent.Verification => EmailKinds.Verification,
        EmailContent.Recovery => EmailKinds.Recovery,
        EmailContent.MagicSession => EmailKinds.MagicSession,
        EmailContent.OtpSession => EmailKinds.OtpSession,
        EmailContent.MfaChallenge => EmailKinds.MfaChallenge,
        EmailContent.SessionAlert => EmailKinds.SessionAlert,
        EmailContent.PasswordChanged => EmailKinds.PasswordChanged,
        EmailContent.EmailChanged => EmailKinds.EmailChanged,
        EmailContent.PhoneChanged => EmailKinds.PhoneChanged,
        EmailContent.MfaChanged => EmailKinds.MfaChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };
}
