using System.Collections.Concurrent;

namespace AccountGraph.Messaging.Tests.Queue;

/// <summary>A provider that answers what the test says, <c>Sent</c> when it says nothing.</summary>
internal sealed class ScriptedSender : IEmailSender, ISmsSender
{
    private int _running;

    public ConcurrentQueue<EmailMessage> Mails { get; } = new();

    public ConcurrentQueue<SmsMessage> Texts { get; } = new();

    public Func<CancellationToken, ValueTask<SendOutcome>> Answer { get; set; } =
        _ => ValueTask.FromResult<SendOutcome>(new SendOutcome.Sent());

    public int MostAtOnce { get; private set; }

    public ValueTask<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellation)
    {
        Mails.Enqueue(message);
        return AnswerAsync(cancellation);
    }

    public ValueTask<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellation)
    {
        Texts.Enqueue(message);
        return AnswerAsync(cancellation);
    }

    public void Answers(SendOutcome outcome) => Answer = _ => ValueTask.FromResult(outcome);

    private async ValueTask<SendOutcome> AnswerAsync(CancellationToken cancellation)
    {
        var running = Interlocked.Increment(ref _running);
        lock (Mails) MostAtOnce = Math.Max(MostAtOnce, running);
        try
        {
            return await Answer(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
