using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers.Outbox;

/// <summary>Keeps messages to be read in the mailbox page instead of sending them. For development: codes and
/// links lie there in the open.</summary>
internal sealed class OutboxSender(IDocumentStore store, TimeProvider clock) : IEmailSender, ISmsSender
{
    public ValueTask<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellation) =>
        KeepAsync(
            new OutboxMessage(
                message.Id ?? NewId(),
                "email",
                message.To.ToLowerInvariant(),
                message.Kind,
                message.Subject,
                message.Text,
                message.Html,
                message.CreatedAt ?? clock.GetUtcNow()),
            cancellation);

    public ValueTask<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellation) =>
        KeepAsync(
            new OutboxMessage(
                message.Id ?? NewId(),
                "sms",
                message.To,
                message.Kind,
                "",
                message.Text,
                "",
                message.CreatedAt ?? clock.GetUtcNow()),
            cancellation);

    private async ValueTask<SendOutcome> KeepAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var written = await store.InsertAsync(
            OutboxDocuments.Collection, OutboxDocuments.Write(message), cancellation);
        return written.Outcome switch
        {
            // A taken id is this message, kept before the queue could take that down.
            WriteOutcome.Written or WriteOutcome.KeyTaken => new SendOutcome.Sent(),
            WriteOutcome.Missing or WriteOutcome.VersionMoved => new SendOutcome.TryAgain("the store did not keep it"),
        };
    }

    private string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
}
