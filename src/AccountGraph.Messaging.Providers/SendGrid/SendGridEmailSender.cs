using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.SendGrid;

/// <summary>Sends by SendGrid's v3 Mail Send API.</summary>
internal sealed class SendGridEmailSender(
    HttpClient client, IOptions<SendGridOptions> options, IOptions<EmailOptions> email, TimeProvider clock)
    : IEmailSender
{
    // Tracking would lead every link, and with it the secret in it, through a third party.
    private static readonly SendGridMail.Tracking NoTracking =
        new(new SendGridMail.ClickTracking(false, false), new SendGridMail.Switch(false));

    public async ValueTask<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        var address = new Uri(options.Value.BaseAddress, "/v3/mail/send");
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Mail(message)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        return await ProviderHttp.SendAsync(
            client,
            request,
            TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
            clock,
            _ => new SendOutcome.Sent(),
            cancellation);
    }

    private SendGridMail Mail(EmailMessage message)
    {
        var from = EmailAddress.Parse(email.Value.From)!;
        return new SendGridMail(
            [new SendGridMail.Personalization([new SendGridMail.Party(message.To, message.ToName)])],
            new SendGridMail.Party(from.Address, from.Name),
            message.Subject,
            [new SendGridMail.Part("text/plain", message.Text), new SendGridMail.Part("text/html", message.Html)],
            [message.Kind],
            NoTracking);
    }
}
