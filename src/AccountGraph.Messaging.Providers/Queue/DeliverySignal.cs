using System.Threading.Channels;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Tells this process' worker at once that a message waits; other processes notice by polling.</summary>
internal sealed class DeliverySignal(TimeProvider clock)
{
    private readonly Channel<bool> _email = OneSlot();
    private readonly Channel<bool> _sms = OneSlot();

    public void Wake(MessageChannel channel) => Of(channel).Writer.TryWrite(true);

    /// <summary>Returns when woken, after the time, or on cancellation.</summary>
    public async Task WaitAsync(MessageChannel channel, TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await Of(channel).Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is up, which is as good a reason to look as a signal.
        }
    }

    // One slot: however many messages arrive, one look finds them all.
    private static Channel<bool> OneSlot() =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private Channel<bool> Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => _email,
        MessageChannel.Sms => _sms,
    };
}
