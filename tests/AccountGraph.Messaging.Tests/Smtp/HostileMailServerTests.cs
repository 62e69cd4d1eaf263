using AccountGraph.Messaging.Providers.Smtp;

namespace AccountGraph.Messaging.Tests.Smtp;

public sealed class HostileMailServerTests
{
    private const string Greeting = "220 mail.example.com ready\r\n";
    private const string Hello = "250-mail.example.com\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n";

    private static readonly string[] Conversation =
    [
        Greeting, "250 mail.example.com\r\n", "250 ok\r\n", "250 ok\r\n", "354 go\r\n", "250 2.0.0 taken\r\n",
    ];

    [Fact]
    public async Task Without_encryption_on_offer_no_mail_goes_in_the_open()
    {
        using var server = new HostileMailServer(Greeting, Hello);

        var sender = SmtpBench.Sender(server.Port, SmtpSecurity.StartTls, "acme");
        var outcome = await sender.SendAsync(SmtpBench.Mail, default);

        Assert.Equal(new SendOutcome.TryAgain("the server offers no STARTTLS"), outcome);
        Assert.Equal(["EHLO [127.0.0.1]"], await server.HeardToTheEndAsync());
    }

    [Theory]
    [InlineData("250-mail.example.com\r\n250 STARTTLSX\r\n")]
    [InlineData("250-STARTTLS\r\n250 8BITMIME\r\n")]
    public async Task Only_a_line_that_says_so_offers_encryption(string hello)
    {
        using var server = new HostileMailServer(Greeting, hello);

        var outcome = await SmtpBench.Sender(server.Port, SmtpSecurity.StartTls).SendAsync(SmtpBench.Mail, default);

        Assert.Equal(new SendOutcome.TryAgain("the server offers no STARTTLS"), outcome);
    }

    [Fact]
    public async Task Words_slipped_in_before_the_encryption_end_the_attempt()
    {
        using var server = new HostileMailServer(
            Greeting,
            "250-mail.example.com\r\n250 STARTTLS\r\n",
            "220 go ahead\r\n250-mail.example.com\r\n250 AUTH PLAIN\r\n");

        var sender = SmtpBench.Sender(server.Port, SmtpSecurity.StartTls, "acme");
        var outcome = await sender.SendAsync(SmtpBench.Mail, default);

        Assert.Equal(new SendOutcome.TryAgain("data before the encryption began"), outcome);
        Assert.Equal(["EHLO [127.0.0.1]", "STARTTLS"], await server.HeardToTheEndAsync());
    }

    [Fact]
    public async Task Encryption_that_is_refused_is_not_done_without()
    {
        using var server = new HostileMailServer(
            Greeting, "250-mail.example.com\r\n250 STARTTLS\r\n", "454 4.7.0 not now\r\n");

        var outcome = await SmtpBench.Sender(server.Port, SmtpSecurity.StartTls).SendAsync(SmtpBench.Mail, default);

        Assert.Equal(new SendOutcome.TryAgain("STARTTLS was answered 454 4.7.0"), outcome);
        Assert.Equal(["EHLO [127.0.0.1]", "STARTTLS"], await server.HeardToTheEndAsync());
    }

    [Fact]
    public async Task A_password_never_goes_over_an_open_connection()
    {
        using var server = new HostileMailServer(Greeting, Hello);

        var outcome = await SmtpBench.Sender(server.Port, SmtpSecurity.None, "acme").SendAsync(SmtpBench.Mail, default);

        Assert.IsType<SendOutcome.Refused>(outcome);
        Assert.Equal(["EHLO [127.0.0.1]"], await server.HeardToTheEndAsync());
    }

    [Theory]
    [InlineData("554 5.7.1 go away ada@example.com\r\n", "the connection was answered 554 5.7.1")]
    [InlineData("421 busy 204913\r\n", "the connection was answered 421")]
    [InlineData("250 not a greeting\r\n", "the connection was answered 250")]
    public async Task A_greeting_that_refuses_is_understood(string greeting, string reason)
    {
        using var server = new HostileMailServer(greeting);

        var outcome = await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail, default);

        SendOutcome expected = greeting[0] == '5' ? new SendOutcome.Refused(reason) : new SendOutcome.TryAgain(reason);
        Assert.Equal(expected, outcome);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("22\r\n")]
    [InlineData("220?hello\r\n")]
    [InlineData("999 nine\r\n")]
    [InlineData("\r\n")]
    [InlineData("\0\0\0\0\n")]
    public async Task What_is_not_smtp_ends_the_attempt(string greeting)
    {
        using var server = new HostileMailServer(greeting);

        Assert.Equal(
            new SendOutcome.TryAgain("an answer that is not SMTP"),
            await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail, default));
    }

    [Fact]
    public async Task Endless_lines_and_answers_end_the_attempt()
    {
        using var line = new HostileMailServer("220 " + new string('x', 100_000) + "\r\n");
        Assert.Equal(
            new SendOutcome.TryAgain("a line without an end"),
            await SmtpBench.Sender(line.Port).SendAsync(SmtpBench.Mail, default));

        using var lines = new HostileMailServer(string.Concat(Enumerable.Repeat("220-still here\r\n", 10_000)));
        Assert.Equal(
            new SendOutcome.TryAgain("an answer without an end"),
            await SmtpBench.Sender(lines.Port).SendAsync(SmtpBench.Mail, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_server_that_hangs_up_before_it_took_the_mail_gets_it_again(int answers)
    {
        string?[] script = [.. Conversation.Take(answers), null];
        using var server = new HostileMailServer(script);

        Assert.IsType<SendOutcome.TryAgain>(await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_server_that_falls_silent_is_given_up(int answers)
    {
        using var server = new HostileMailServer([.. Conversation.Take(answers)]);

        Assert.Equal(
            new SendOutcome.TryAgain("no answer within 2 s"),
            await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail, default));
    }

    [Fact]
    public async Task A_server_that_took_the_mail_and_hangs_up_without_a_farewell_has_it()
    {
        using var server = new HostileMailServer([.. Conversation, null]);

        Assert.Equal(new SendOutcome.Sent(), await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail, default));

        var heard = await server.HeardToTheEndAsync();
        Assert.Equal(
            ["EHLO [127.0.0.1]", "MAIL FROM:<no-reply@acme.example>", "RCPT TO:<ada@example.com>", "DATA"],
            heard.Take(4));
        Assert.Equal([".", "QUIT"], heard.TakeLast(2));
    }

    [Theory]
    [InlineData(2, "MAIL FROM was answered 451 4.3.0")]
    [InlineData(3, "RCPT TO was answered 451 4.3.0")]
    [InlineData(4, "DATA was answered 451 4.3.0")]
    [InlineData(5, "the mail was answered 451 4.3.0")]
    public async Task Trouble_at_any_step_is_named_without_the_servers_words(int step, string reason)
    {
        using var server = new HostileMailServer([.. Conversation.Take(step), "451 4.3.0 204913 ada@example.com\r\n"]);

        Assert.Equal(
            new SendOutcome.TryAgain(reason), await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail, default));
    }

    [Fact]
    public async Task A_server_that_is_not_there_gets_the_mail_later()
    {
        Assert.Equal(
            new SendOutcome.TryAgain("the connection failed"),
            await SmtpBench.Sender(1).SendAsync(SmtpBench.Mail, default));
        Assert.IsType<SendOutcome.TryAgain>(
            await SmtpBench.Sender(25, host: "no-such-host.invalid").SendAsync(SmtpBench.Mail, default));
    }

    [Theory]
    [InlineData("ada@example.com\r\nRCPT TO:<eve@example.com>")]
    [InlineData("ada@example.com>\nDATA")]
    [InlineData("ada@example.com> SIZE=1")]
    [InlineData("<ada@example.com>")]
    [InlineData("ada lovelace@example.com")]
    [InlineData("zoë@example.com")]
    [InlineData("ada@")]
    [InlineData("@example.com")]
    [InlineData("ada")]
    public async Task An_address_that_could_carry_commands_is_refused_before_any_connection(string to)
    {
        using var server = new HostileMailServer(Greeting);

        var outcome = await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail with { To = to }, default);

        Assert.Equal(new SendOutcome.Refused("the address cannot be used in SMTP"), outcome);
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task Headers_cannot_be_added_through_a_subject_or_a_name()
    {
        using var server = new HostileMailServer([.. Conversation]);
        var mail = SmtpBench.Mail with
        {
            Subject = "Hello\r\nBcc: eve@example.com\r\n\r\n.\r\nRSET",
            ToName = "Ada\r\nBcc: eve@example.com",
        };

        await SmtpBench.Sender(server.Port).SendAsync(mail, default);

        Assert.DoesNotContain(
            await server.HeardToTheEndAsync(),
            line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line == "RSET");
    }

    [Fact]
    public async Task A_domain_in_another_script_goes_out_in_its_ascii_form()
    {
        using var server = new HostileMailServer([.. Conversation, null]);

        await SmtpBench.Sender(server.Port).SendAsync(SmtpBench.Mail with { To = "ada@bücher.example" }, default);

        Assert.Contains("RCPT TO:<ada@xn--bcher-kva.example>", await server.HeardToTheEndAsync());
    }
}
