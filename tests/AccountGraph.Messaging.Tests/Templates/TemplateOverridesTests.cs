using AccountGraph.Messaging.Templates;

namespace AccountGraph.Messaging.Tests.Templates;

public sealed class TemplateOverridesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_projects_own_parts_replace_the_built_in_ones_for_that_project_alone()
    {
        Write("acme/email.verification-en.subject", "{{project}}: one click left\n");
        Write(
            "acme/email.verification-en.html",
            "<p title=\"{{user}}\"><a href=\"{{link}}\">Go</a> ({{minutes}} min)</p>");
        var templates = new EmailTemplates(TemplateOverrides.Load(_folder));
        var ada = SampleMails.Ada(name: "\"Ada\"");

        var own = templates.Render(ada, SampleMails.All["verification"]);
        var other = templates.Render(ada with { ProjectId = "other" }, SampleMails.All["verification"]);

        Assert.Equal("Acme: one click left", own.Subject);
        var link = SampleMails.Link.Replace("&", "&amp;", StringComparison.Ordinal);
        Assert.Equal($"<p title=\"&quot;Ada&quot;\"><a href=\"{link}\">Go</a> (10080 min)</p>", own.Html);
        Assert.Contains("Please confirm", own.Text, StringComparison.Ordinal);
        Assert.Equal("Confirm your email address for Acme", other.Subject);
    }

    [Fact]
    public void The_language_asked_for_wins_over_an_own_template_in_another()
    {
        Write("acme/email.verification-en.subject", "Own English");
        Write("acme/email.verification-de-CH.subject", "Eigenes Schweizerdeutsch");
        var templates = new EmailTemplates(TemplateOverrides.Load(_folder));

        string Subject(string locale) =>
            templates.Render(SampleMails.Ada(locale), SampleMails.All["verification"]).Subject;

        Assert.Equal("Eigenes Schweizerdeutsch", Subject("de-CH"));
        Assert.Equal("Bestätigen Sie Ihre E-Mail-Adresse für Acme", Subject("de-AT"));
        Assert.Equal("Own English", Subject("xx"));
    }

    [Fact]
    public void A_language_of_the_projects_own_needs_all_three_parts()
    {
        Write("acme/email.recovery-it.html", "{{link}}");
        Write("acme/email.recovery-it.subject", "Nuova password");
        var error = Assert.Throws<TemplateException>(() => TemplateOverrides.Load(_folder));
        Assert.Contains("'email.recovery-it.txt' is needed as well", error.Message, StringComparison.Ordinal);

        Write("acme/email.recovery-it.txt", "Apri {{link}}");
        var mail = new EmailTemplates(TemplateOverrides.Load(_folder)).Render(
            SampleMails.Ada("it-IT"), SampleMails.All["recovery"]);

        Assert.Equal($"Apri {SampleMails.Link}", mail.Text);
    }

    [Theory]
    [InlineData("my-app", "de")]
    [InlineData("it-project", "pt-BR")]
    [InlineData("a.b_c-1", "zh-Hant-TW")]
    public void A_project_id_may_hold_what_divides_a_file_name(string project, string locale)
    {
        Write($"{project}/email.recovery-{locale}.subject", "Own");
        var templates = new EmailTemplates(TemplateOverrides.Load(_folder));

        var mail = templates.Render(
            SampleMails.Ada(locale) with { ProjectId = project }, SampleMails.All["recovery"]);

        Assert.Equal("Own", mail.Subject);
    }

    [Fact]
    public void A_part_in_a_section_is_written_only_with_a_value()
    {
        Write("acme/email.otpSession-en.txt", "{{code}}{{#phrase}} ({{phrase}}){{/phrase}}");
        var templates = new EmailTemplates(TemplateOverrides.Load(_folder));
        var otp = (EmailContent.OtpSession)SampleMails.All["otpSession"];

        Assert.Equal("204913 (Golden fox)", templates.Render(SampleMails.Ada(), otp).Text);
        Assert.Equal("204913", templates.Render(SampleMails.Ada(), otp with { Phrase = null }).Text);
    }

    [Fact]
    public void A_text_message_is_the_code_alone_unless_the_project_says_more()
    {
        Write("acme/sms.login-de.txt", "{{code}} ist Ihr Code für {{project}}, {{lifetime}} gültig.");
        var templates = new SmsTemplates(TemplateOverrides.Load(_folder));
        var recipient = SampleMails.Ada("de-AT") with { To = "+15550100199" };

        Assert.Equal(
            new SmsMessage("+15550100199", "login", "204913 ist Ihr Code für Acme, 15 Minuten gültig."),
            templates.Render(recipient, new SmsContent.Login("204913", 900)));
        Assert.Equal("204913", templates.Render(recipient, new SmsContent.MfaChallenge("204913", 900)).Text);
        Assert.Equal("verification", templates.Render(recipient, new SmsContent.Verification("204913", 900)).Kind);
        Assert.Equal(
            "204913", templates.Render(recipient with { Locale = "en" }, new SmsContent.Login("204913", 900)).Text);
    }

    [Theory]
    [InlineData("email.verification-en.html", "{{link}} {{secret}}", "unknown placeholder '{{secret}}'")]
    [InlineData("email.verification-en.txt", "{{code}}", "unknown placeholder '{{code}}'")]
    [InlineData("email.verification-en.txt", "no link here", "'{{link}}' is missing")]
    [InlineData("email.otpSession-en.html", "{{project}}", "'{{code}}' is missing")]
    [InlineData("email.otpSession-en.html", "{{code", "'{{code' is never closed")]
    [InlineData("email.otpSession-en.html", "{{#phrase}}{{code}}", "'{{#phrase}}' is never closed")]
    [InlineData("email.otpSession-en.html", "{{/phrase}}{{code}}", "section 'phrase' is opened or closed out of order")]
    [InlineData("email.otpSession-en.html", "{{co de}}", "'{{co de}}' is not a placeholder")]
    [InlineData("email.verification-en.subject", "two\nlines", "a subject is one line")]
    [InlineData("email.welcome-en.html", "{{link}}", "not a template's name")]
    [InlineData("verification-en.html", "{{link}}", "not a template's name")]
    [InlineData("sms.login-en.html", "{{code}}", "not a template's name")]
    [InlineData("sms.otpSession-en.txt", "{{code}}", "not a template's name")]
    [InlineData("sms.login-en.txt", "Your code is {{code}}", "must start with '{{code}}'")]
    public void A_bad_template_stops_the_start_with_file_and_reason(string file, string text, string reason)
    {
        Write("acme/" + file, text);

        var error = Assert.Throws<TemplateException>(() => TemplateOverrides.Load(_folder));

        Assert.Contains(Path.Combine(_folder, "acme", file), error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_beside_the_templates_are_let_be_and_a_missing_folder_is_not()
    {
        Write("acme/README.md", "{{");
        Write("acme/.gitkeep", "");

        TemplateOverrides.Load(_folder);

        Assert.Throws<TemplateException>(() => TemplateOverrides.Load(Path.Combine(_folder, "nowhere")));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
