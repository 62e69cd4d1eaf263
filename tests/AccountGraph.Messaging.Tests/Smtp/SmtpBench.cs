using System.Net.Security;
using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Smtp;
using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Tests.Smtp;

internal static class SmtpBench
{
    public const string Password = "pässword do-not-tell";

    public static readonly EmailMessage Mail =
        new("ada@example.com", "Ada", "otpSession", "Your code", "code 204913\n", "<p>204913</p>\n")
        {
            Id = "0199c0ffee",
            CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        };

    public static SmtpEmailSender Sender(
        int port,
        SmtpSecurity security = SmtpSecurity.None,
        string user = "",
        string host = "localhost",
        RemoteCertificateValidationCallback? accept = null) => new(
            Options.Create(new SmtpOptions
            {
                Host = host,
                Port = port,
                Security = security,
                User = user,
                Password = user.Length > 0 ? Password : "",
                TimeoutSeconds = 2,
            }),
            Options.Create(new EmailOptions { From = "Acme \"Accounts\" <no-reply@acme.example>" }),
            TimeProvider.System,
            accept);
}
