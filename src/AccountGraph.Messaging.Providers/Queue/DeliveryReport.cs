using Microsoft.Extensions.Logging;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Tells metrics and log how messages fared. Addresses and contents, personal or secret, stay out.</summary>
internal sealed class DeliveryReport(MessageMetrics metrics, TimeProvider clock, ILogger<MessageWorker> log)
{
    public void Attempted(ClaimedMessage message, TimeSpan duration) => metrics.Attempted(message, duration);

    public void Sent(ClaimedMessage message)
    {
        metrics.Ended(message, "sent");
        metrics.Delivered(message, clock.GetUtcNow() - message.CreatedAt);
        log.LogDebug("Message {MessageId} ({Kind}) was delivered.", message.Id, message.Kind);
    }

    public void Postponed(ClaimedMessage message, string reason, TimeSpan delay)
    {
        metrics.Retried(message);
        log.LogWarning(
            "Message {MessageId} ({Kind}) was not delivered at attempt {Attempt}: {Reason}. Again in {Delay}.",
            message.Id, message.Kind, message.Attempt, reason, delay);
    }

    public void Buried(ClaimedMessage message, string outcome, string reason)
    {
        metrics.Ended(message, outcome);
        log.LogError(
            "Message {MessageId} ({Kind}) is dead after {Attempt} attempts: {Reason}.",
            message.Id, message.Kind, message.Attempt, reason);
    }

    public void Overtaken(ClaimedMessage message) =>
        log.LogWarning(
            "Message {MessageId} ({Kind}) took longer than its lease and may arrive twice.", message.Id, message.Kind);

    public void Unmarked(ClaimedMessage message) =>
        log.LogError(
            "The store did not take down what became of message {MessageId} ({Kind}); it may arrive twice.",
            message.Id, message.Kind);

    // An exception's text can carry what was being sent; its type and place cannot.
    public void SenderFailed(ClaimedMessage message, Exception error) =>
        log.LogError(
            "The sender of message {MessageId} ({Kind}) threw {Error} at {Place}",
            message.Id, message.Kind, error.GetType().FullName, error.StackTrace);

    public void LaneFailed(MessageChannel channel, Exception error) =>
        log.LogError(error, "The delivery of {Channel} messages could not look for work.", channel);

    public void Backlog(MessageChannel channel, long waiting, long dead) => metrics.Backlog(channel, waiting, dead);
}
