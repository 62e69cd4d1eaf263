using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Users;
using AccountGraph.Messaging;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Messages;

/// <summary>Writes mails and text messages in the caller's language and leaves them in the queue.</summary>
public sealed class AccountMessages(
    IMessageQueue queue, EmailTemplates emails, SmsTemplates texts, UserAgentParser agents)
{
    public bool CanMail => queue.Delivers(MessageChannel.Email);

    public bool CanText => queue.Delivers(MessageChannel.Sms);

    public DeviceInfo DeviceOf(CallContext call)
    {
        var agent = agents.Parse(call.UserAgent);
        return new DeviceInfo(agent.ClientName, agent.DeviceBrand, agent.OsName);
    }

    /// <param name="usableUntil">A mail that lies longer than its code or link lives is not sent any more.</param>
    public async ValueTask MailAsync(
        User user, EmailContent content, CallContext call, Instant? usableUntil, CancellationToken cancellation)
    {
        var mail = emails.Render(RecipientOf(user.Email!, user, call), content);
        await queue.EnqueueAsync(mail, EnvelopeOf(call, usableUntil), cancellation);
    }

    /// <summary>To another address than the user's present one: where he was reached until now.</summary>
    public async ValueTask MailToAsync(
        string address, User user, EmailContent content, CallContext call, CancellationToken cancellation)
    {
        var mail = emails.Render(RecipientOf(address, user, call), content);
        await queue.EnqueueAsync(mail, EnvelopeOf(call, null), cancellation);
    }

    public async ValueTask TextAsync(
        User user, SmsContent content, CallContext call, Instant usableUntil, CancellationToken cancellation)
    {
        var text = texts.Render(RecipientOf(user.Phone!, user, call), content);
        await queue.EnqueueAsync(text, EnvelopeOf(call, usableUntil), cancellation);
    }

    private static Recipient RecipientOf(string to, User user, CallContext call) =>
        new(to, user.Name, call.Locale, call.Project.Id, call.Project.Name);

    private static MessageEnvelope EnvelopeOf(CallContext call, Instant? usableUntil) =>
        new(call.Project.Id, usableUntil?.ToDateTimeOffset());
}
