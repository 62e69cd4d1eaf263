namespace AccountGraph.Messaging;

/// <summary>Where the rules leave their messages. A message that was taken survives the end of the process and
/// is delivered apart from the request, so a slow or absent provider never shows in an answer.</summary>
public interface IMessageQueue
{
    /// <summary>False when no provider is configured for the channel; asked before anything is written.</summary>
    bool Delivers(MessageChannel channel);

    ValueTask EnqueueAsync(EmailMessage message, MessageEnvelope envelope, CancellationToken cancellation);

    ValueTask EnqueueAsync(SmsMessage message, MessageEnvelope envelope, CancellationToken cancellation);
}
