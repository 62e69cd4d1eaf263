using AccountGraph.Messaging;

namespace AccountGraph.Accounts.Tests;

/// <summary>Keeps what would be sent.</summary>
internal sealed class RecordingQueue : IMessageQueue
{
    private readonly List<EmailMessage> _mails = [];
    private readonly List<SmsMessage> _texts = [];

    public bool IsOn { get; set; } = true;

    public IReadOnlyList<EmailMessage> Mails
    {
        get
        {
            lock (_mails) return [.. _mails];
        }
    }

    public IReadOnlyList<SmsMessage> Texts
    {
        get
        {
            lock (_texts) return [.. _texts];
        }
    }

    public bool Delivers(MessageChannel channel) => IsOn;

    public ValueTask EnqueueAsync(EmailMessage message, MessageEnvelope envelope, CancellationToken cancellation)
    {
        lock (_mails) _mails.Add(message);
        return ValueTask.CompletedTask;
    }

    public ValueTask EnqueueAsync(SmsMessage message, MessageEnvelope envelope, CancellationToken cancellation)
    {
        lock (_texts) _texts.Add(message);
        return ValueTask.CompletedTask;
    }
}
