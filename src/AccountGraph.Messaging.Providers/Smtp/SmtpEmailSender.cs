using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.Smtp;

/// <summary>Sends by SMTP (RFC 5321), STARTTLS (RFC 3207) or implicit TLS (RFC 8314), one connection a mail.</summary>
internal sealed class SmtpEmailSender(
    IOptions<SmtpOptions> options,
    IOptions<EmailOptions> email,
    TimeProvider clock,
    RemoteCertificateValidationCallback? acceptCertificate = null) : IEmailSender
{
    private readonly SmtpOptions _options = options.Value;

    public async ValueTask<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        var from = EmailAddress.Parse(email.Value.From)!;
        if (EmailAddress.Create(message.To, message.ToName) is not { } to)
        {
            return new SendOutcome.Refused("the address cannot be used in SMTP");
        }

        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await using var connection = await SmtpConnection.OpenAsync(_options.Host, _options.Port, either.Token);
            return await ConverseAsync(connection, from, to, message, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendOutcome.TryAgain($"no answer within {_options.TimeoutSeconds} s");
        }
        catch (AuthenticationException)
        {
            return new SendOutcome.TryAgain("the server's certificate is not accepted");
        }
        catch (SmtpProtocolException error)
        {
            return new SendOutcome.TryAgain(error.Message);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            return new SendOutcome.TryAgain("the connection failed");
        }
    }

    private async Task<SendOutcome> ConverseAsync(
        SmtpConnection connection,
        EmailAddress from,
        EmailAddress to,
        EmailMessage message,
        CancellationToken cancellation)
    {
        if (_options.Security == SmtpSecurity.Tls) await connection.EncryptAsync(Tls(), cancellation);
        var greeting = await connection.ReadReplyAsync(cancellation);
        if (greeting.Code != 220) return greeting.Failure("the connection");

        var hello = await HelloAsync(connection, cancellation);
        if (!hello.IsPositive) return hello.Failure("EHLO");
        if (_options.Security == SmtpSecurity.StartTls)
        {
            // Missing, it may have been cut out on the way, so the mail waits rather than going in the open.
            if (Offered(hello, "STARTTLS") is null) return new SendOutcome.TryAgain("the server offers no STARTTLS");
            var start = await connection.CommandAsync("STARTTLS", cancellation);
            if (start.Code != 220) return start.Failure("STARTTLS");
            await connection.EncryptAsync(Tls(), cancellation);
            // What was offered in the open counts for nothing (RFC 3207 §4.2).
            hello = await HelloAsync(connection, cancellation);
            if (!hello.IsPositive) return hello.Failure("EHLO");
        }

        var refusal = _options.User.Length > 0 ? await SignInAsync(connection, hello, cancellation) : null;
        if (refusal is not null) return refusal;
        return await HandOverAsync(connection, from, to, message, cancellation);
    }

    private async Task<SendOutcome> HandOverAsync(
        SmtpConnection connection,
        EmailAddress from,
        EmailAddress to,
        EmailMessage message,
        CancellationToken cancellation)
    {
        var sender = await connection.CommandAsync($"MAIL FROM:<{from.Address}>", cancellation);
        if (!sender.IsPositive) return sender.Failure("MAIL FROM");
        var recipient = await connection.CommandAsync($"RCPT TO:<{to.Address}>", cancellation);
        if (!recipient.IsPositive) return recipient.Failure("RCPT TO");
        var data = await connection.CommandAsync("DATA", cancellation);
        if (data.Code != 354) return data.Failure("DATA");

        await connection.WriteAsync(MimeMessage.Write(from, to, message, clock.GetUtcNow()), cancellation);
        var taken = await connection.CommandAsync(".", cancellation);
        if (!taken.IsPositive) return taken.Failure("the mail");

        await LeaveAsync(connection, cancellation);
        return new SendOutcome.Sent();
    }

    // The mail is taken; however the farewell goes, it must not be sent again.
    private static async Task LeaveAsync(SmtpConnection connection, CancellationToken cancellation)
    {
        try
        {
            await connection.WriteAsync("QUIT\r\n", cancellation);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // Nothing is lost.
        }
    }

    private async Task<SendOutcome?> SignInAsync(
        SmtpConnection connection, SmtpReply hello, CancellationToken cancellation)
    {
        // The settings forbid this; a second lock, because what would leak is a password.
        if (!connection.IsEncrypted) return new SendOutcome.Refused("no sign-in over an open connection");
        var mechanisms = (Offered(hello, "AUTH") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (mechanisms.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            var plain = Base64($"\0{_options.User}\0{_options.Password}");
            return Judge(await connection.CommandAsync($"AUTH PLAIN {plain}", cancellation));
        }

        if (!mechanisms.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            return new SendOutcome.Refused("the server offers neither AUTH PLAIN nor LOGIN");
        }

        var user = await connection.CommandAsync("AUTH LOGIN", cancellation);
        if (user.Code != 334) return user.Failure("AUTH");
        var password = await connection.CommandAsync(Base64(_options.User), cancellation);
        if (password.Code != 334) return password.Failure("AUTH");
        return Judge(await connection.CommandAsync(Base64(_options.Password), cancellation));
    }

    private static SendOutcome? Judge(SmtpReply reply) => reply.Code == 235 ? null : reply.Failure("AUTH");

    private static Task<SmtpReply> HelloAsync(SmtpConnection connection, CancellationToken cancellation) =>
        connection.CommandAsync($"EHLO {connection.ClientName}", cancellation);

    /// <summary>The parameters of an extension, or null when it is not offered.</summary>
    private static string? Offered(SmtpReply hello, string extension) =>
        hello.Lines.Skip(1)
            .Where(line => line.StartsWith(extension, StringComparison.OrdinalIgnoreCase)
                && (line.Length == extension.Length || line[extension.Length] == ' '))
            .Select(line => line[extension.Length..])
            .FirstOrDefault();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private SslClientAuthenticationOptions Tls() => new()
    {
        TargetHost = _options.Host,
        RemoteCertificateValidationCallback = acceptCertificate,
    };
}
