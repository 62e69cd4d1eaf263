namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>The configured sender of each channel; a channel without one is closed.</summary>
internal sealed class MessageSenders(IEmailSender? email, ISmsSender? sms)
{
    public bool Has(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => email is not null,
        MessageChannel.Sms => sms is not null,
    };

    public ValueTask<SendOutcome> SendAsync(ClaimedMessage message, MessageBody body, CancellationToken cancellation)
    {
        switch (message.Channel)
        {
            case MessageChannel.Email:
                var mail = new EmailMessage(message.To, body.ToName, message.Kind, body.Subject!, body.Text, body.Html!)
                {
                    Id = message.Id,
                    CreatedAt = message.CreatedAt,
                };
                return email!.SendAsync(mail, cancellation);

            case MessageChannel.Sms:
                var text = new SmsMessage(message.To, message.Kind, body.Text)
                {
                    Id = message.Id,
                    CreatedAt = message.CreatedAt,
                };
                return sms!.SendAsync(text, cancellation);

            default:
                throw new ArgumentOutOfRangeException(nameof(message));
        }
    }
}
