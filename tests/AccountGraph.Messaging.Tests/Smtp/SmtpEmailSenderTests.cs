using AccountGraph.Messaging.Providers.Smtp;

namespace AccountGraph.Messaging.Tests.Smtp;

public sealed class SmtpEmailSenderTests : IDisposable
{
    private readonly TestCertificate _certificate = new();

    public void Dispose() => _certificate.Dispose();

    [Theory]
    [InlineData(SmtpSecurity.StartTls, "PLAIN")]
    [InlineData(SmtpSecurity.StartTls, "LOGIN")]
    [InlineData(SmtpSecurity.Tls, "PLAIN")]
    [InlineData(SmtpSecurity.Tls, "LOGIN")]
    public async Task A_mail_goes_out_encrypted_and_signed_in(SmtpSecurity security, string mechanism)
    {
        using var server = await StartAsync(security, "acme", mechanism);
        var sender = SmtpBench.Sender(server.Port, security, "acme", accept: _certificate.Accept);

        Assert.Equal(new SendOutcome.Sent(), await sender.SendAsync(SmtpBench.Mail, default));

        var mail = await server.ReceiveAsync();
        Assert.True(mail.IsEncrypted);
        Assert.Equal($"{mechanism} acme", mail.User);
        Assert.Equal("[127.0.0.1]", mail.Client);
        Assert.Equal("no-reply@acme.example", mail.Sender);
        Assert.Equal(["ada@example.com"], mail.Recipients);
    }

    [Fact]
    public async Task The_receiver_reads_what_was_written()
    {
        using var server = await StartAsync(SmtpSecurity.None);
        var text = ".\n..two dots\nübung 🎉 " + new string('x', 2_000) + "\n.\n";
        var message = SmtpBench.Mail with
        {
            ToName = "Zoë \"the\\boss\" 👩‍🚀, of a rather long name that needs more than one word in a header",
            Subject = "Ihr Anmeldecode für „Acme“ – und noch ein Stück länger, damit er umbrochen wird 🎉🎉🎉",
            Text = text,
            Html = $"<p>{text}</p>",
        };

        Assert.Equal(new SendOutcome.Sent(), await SmtpBench.Sender(server.Port).SendAsync(message, default));

        var mail = await server.ReceiveAsync();
        Assert.False(mail.IsEncrypted);
        Assert.Equal(new ReceivedMail.Party("no-reply@acme.example", "Acme \"Accounts\""), mail.From);
        Assert.Equal([new ReceivedMail.Party("ada@example.com", message.ToName)], mail.To);
        Assert.Equal(message.Subject, mail.Subject);
        Assert.Equal("<0199c0ffee@acme.example>", mail.MessageId);
        Assert.Equal(SmtpBench.Mail.CreatedAt, mail.Date);
        Assert.Equal(message.Text, mail.Text.ReplaceLineEndings("\n"));
        Assert.Equal(message.Html, mail.Html.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.True(line.Length <= 76 && line.All(char.IsAscii), line));
    }

    [Theory]
    [InlineData(450, typeof(SendOutcome.TryAgain))]
    [InlineData(452, typeof(SendOutcome.TryAgain))]
    [InlineData(550, typeof(SendOutcome.Refused))]
    [InlineData(553, typeof(SendOutcome.Refused))]
    public async Task A_recipient_is_refused_for_now_or_for_good(int code, Type expected)
    {
        using var server = await StartAsync(SmtpSecurity.None);

        var outcome = await SmtpBench.Sender(server.Port).SendAsync(
            SmtpBench.Mail with { To = $"reply{code}@example.com" }, default);

        Assert.IsType(expected, outcome);
        Assert.Contains($"RCPT TO was answered {code}", outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task A_wrong_password_ends_the_attempt_and_is_not_told(string mechanism)
    {
        using var server = await StartAsync(SmtpSecurity.StartTls, "someone else", mechanism);
        var sender = SmtpBench.Sender(server.Port, SmtpSecurity.StartTls, "acme", accept: _certificate.Accept);

        var refused = Assert.IsType<SendOutcome.Refused>(await sender.SendAsync(SmtpBench.Mail, default));

        Assert.Equal("AUTH was answered 535", refused.Reason);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_of_an_unknown_maker_or_of_another_host_is_not_accepted(SmtpSecurity security)
    {
        var problem = new SendOutcome.TryAgain("the server's certificate is not accepted");
        using (var server = await StartAsync(security))
        {
            Assert.Equal(problem, await SmtpBench.Sender(server.Port, security).SendAsync(SmtpBench.Mail, default));
        }

        using (var server = await StartAsync(security))
        {
            var sender = SmtpBench.Sender(server.Port, security, host: "127.0.0.1", accept: _certificate.Accept);
            Assert.Equal(problem, await sender.SendAsync(SmtpBench.Mail, default));
        }
    }

    private Task<NodeMailServer> StartAsync(SmtpSecurity security, string user = "", string mechanism = "PLAIN") =>
        NodeMailServer.StartAsync(new
        {
            security = security.ToString(),
            user,
            password = SmtpBench.Password,
            mechanisms = new[] { mechanism },
            keyFile = _certificate.KeyFile,
            certificateFile = _certificate.CertificateFile,
        });
}
