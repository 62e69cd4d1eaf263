namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>The queue as documents; the write is all that a request waits for.</summary>
internal sealed class DocumentMessageQueue(MessageStore store, MessageSenders senders, DeliverySignal signal)
    : IMessageQueue
{
    public bool Delivers(MessageChannel channel) => senders.Has(channel);

    public async ValueTask EnqueueAsync(
        EmailMessage message, MessageEnvelope envelope, CancellationToken cancellation)
    {
        var body = new MessageBody(message.Text, message.ToName, message.Subject, message.Html);
        await store.InsertAsync(MessageChannel.Email, message.To, message.Kind, body, envelope, cancellation);
        signal.Wake(MessageChannel.Email);
    }

    public async ValueTask EnqueueAsync(SmsMessage message, MessageEnvelope envelope, CancellationToken cancellation)
    {
        var body = new MessageBody(message.Text);
        await store.InsertAsync(MessageChannel.Sms, message.To, message.Kind, body, envelope, cancellation);
        signal.Wake(MessageChannel.Sms);
    }
}
