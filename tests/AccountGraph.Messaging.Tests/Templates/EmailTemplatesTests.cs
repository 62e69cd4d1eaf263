using System.Text.RegularExpressions;
using AccountGraph.Messaging.Templates;
using AccountGraph.Testing;

namespace AccountGraph.Messaging.Tests.Templates;

public sealed class EmailTemplatesTests
{
    private readonly EmailTemplates _templates = new(TemplateOverrides.None);

    [Theory]
    [MemberData(nameof(SampleMails.Kinds), MemberType = typeof(SampleMails))]
    public void Every_mail_in_English_is_as_reviewed(string kind)
    {
        var mail = _templates.Render(SampleMails.Ada(), SampleMails.All[kind]);

        Assert.Equal(kind, mail.Kind);
        Snapshot.Match($"Subject: {mail.Subject}\n\n{mail.Text}\n----\n{mail.Html}", kind);
    }

    [Theory]
    [MemberData(nameof(SampleMails.Locales), MemberType = typeof(SampleMails))]
    public void The_sign_in_code_is_as_reviewed_in_every_language(string locale)
    {
        var mail = _templates.Render(SampleMails.Ada(locale), SampleMails.All["otpSession"]);

        Assert.Contains($"<html lang=\"{locale}\"", mail.Html, StringComparison.Ordinal);
        Snapshot.Match($"Subject: {mail.Subject}\n\n{mail.Text}", locale);
    }

    [Theory]
    [MemberData(nameof(SampleMails.Kinds), MemberType = typeof(SampleMails))]
    public void A_code_is_the_only_run_of_six_digits_in_both_bodies(string kind)
    {
        var content = SampleMails.All[kind];
        foreach (var locale in SampleMails.Locales)
        {
            var mail = _templates.Render(SampleMails.Ada(locale), content);

            var hasCode = content is EmailContent.OtpSession or EmailContent.MfaChallenge;
            string[] expected = hasCode ? [SampleMails.Code] : [];
            Assert.Equal(expected, Regex.Matches(mail.Text, @"\b\d{6}\b").Select(match => match.Value));
            Assert.Equal(expected, Regex.Matches(mail.Html, @"\b\d{6}\b").Select(match => match.Value));
        }
    }

    [Theory]
    [InlineData("verification")]
    [InlineData("recovery")]
    [InlineData("magicSession")]
    public void A_link_stands_alone_in_the_text_and_unbroken_in_the_attribute(string kind)
    {
        var mail = _templates.Render(SampleMails.Ada(), SampleMails.All[kind]);

        Assert.Contains($"\n{SampleMails.Link}\n", mail.Text, StringComparison.Ordinal);
        var escaped = SampleMails.Link.Replace("&", "&amp;", StringComparison.Ordinal);
        Assert.Contains($"href=\"{escaped}\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains($">{escaped}</a>", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SampleMails.Kinds), MemberType = typeof(SampleMails))]
    public void No_mail_fetches_anything(string kind)
    {
        var html = _templates.Render(SampleMails.Ada(), SampleMails.All[kind]).Html;

        Assert.DoesNotMatch(@"<(img|script|link|iframe|object|embed)\b|url\(|@import|\ssrc=", html);
    }

    [Fact]
    public void Markup_in_values_is_shown_and_not_run()
    {
        var recipient = SampleMails.Ada(name: "<b onmouseover='x'>Ada</b>", project: "A&B \"<i>\"");
        var device = new DeviceInfo("<script>1</script>", "\"", "'");
        var content = new EmailContent.OtpSession("204913", 900, device, "<u>");

        var mail = _templates.Render(recipient, content);

        Assert.DoesNotMatch("<(script|i|u|b)[ >]", mail.Html);
        Assert.Contains("&lt;script&gt;1&lt;/script&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("A&amp;B &quot;&lt;i&gt;&quot;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<script>1</script>", mail.Text, StringComparison.Ordinal);
        Assert.Equal("Your sign-in code for A&B \"<i>\"", mail.Subject);
    }

    [Fact]
    public void Placeholders_in_values_stay_text()
    {
        var mail = _templates.Render(SampleMails.Ada(project: "{{code}}"), SampleMails.All["otpSession"]);

        Assert.Equal("Your sign-in code for {{code}}", mail.Subject);
    }

    [Theory]
    [InlineData("Free money at win.example.com now")]
    [InlineData("http://evil.test/")]
    [InlineData("write to me@evil.test")]
    [InlineData("www.evil")]
    public void A_name_that_carries_an_address_is_not_greeted(string name)
    {
        var mail = _templates.Render(SampleMails.Ada(name: name), SampleMails.All["otpSession"]);

        Assert.StartsWith("Hello,\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Without_a_name_the_greeting_has_none(string? name)
    {
        var mail = _templates.Render(SampleMails.Ada(name: name), SampleMails.All["verification"]);

        Assert.StartsWith("Hello,\n", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.ToName);
    }

    [Fact]
    public void Lines_and_directions_cannot_be_forged_through_a_value()
    {
        var recipient = SampleMails.Ada(name: "Ada\r\nBcc: x\u202E", project: "Acme\nSubject: other\u2028x");

        var mail = _templates.Render(recipient, SampleMails.All["otpSession"]);

        Assert.Equal("Your sign-in code for Acme Subject: other x", mail.Subject);
        Assert.Equal("Ada Bcc: x", mail.ToName);
    }

    [Theory]
    [InlineData(1, "1 second")]
    [InlineData(90, "90 seconds")]
    [InlineData(60, "1 minute")]
    [InlineData(900, "15 minutes")]
    [InlineData(3_600, "1 hour")]
    [InlineData(5_400, "90 minutes")]
    [InlineData(86_400, "1 day")]
    [InlineData(604_800, "7 days")]
    public void The_lifetime_is_the_true_one(long seconds, string text)
    {
        var mail = _templates.Render(SampleMails.Ada(), new EmailContent.Recovery(SampleMails.Link, seconds));

        Assert.Contains($"The link works once and for {text}.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"The link works once and for {text}.", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pt-BR", "pt")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("DE", "de")]
    [InlineData("fr_CA", "fr")]
    [InlineData("xx", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData("../../etc/passwd", "en")]
    public void The_nearest_language_is_taken(string? asked, string expected)
    {
        var mail = _templates.Render(SampleMails.Ada(asked), SampleMails.All["verification"]);

        Assert.Contains($"<html lang=\"{expected}\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_device_is_called_so_and_no_phrase_leaves_no_trace()
    {
        var content = new EmailContent.MagicSession(SampleMails.Link, 3_600, new DeviceInfo(null, "", " "));

        var mail = _templates.Render(SampleMails.Ada(), content);

        Assert.Equal(3, Regex.Count(mail.Text, "UNKNOWN"));
        Assert.DoesNotContain("phrase", mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("phrase", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    public void A_link_that_is_no_address_is_a_defect(string link) =>
        Assert.Throws<ArgumentException>(
            () => _templates.Render(SampleMails.Ada(), new EmailContent.Recovery(link, 60)));

    [Fact]
    public void A_changed_address_or_number_is_shown_masked()
    {
        var mail = _templates.Render(SampleMails.Ada(), SampleMails.All["emailChanged"]);
        var phone = _templates.Render(SampleMails.Ada(), SampleMails.All["phoneChanged"]);

        Assert.Contains("is now n***@example.org.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("new.ada", mail.Html, StringComparison.Ordinal);
        Assert.Contains("is now ***99.", phone.Text, StringComparison.Ordinal);
    }
}
