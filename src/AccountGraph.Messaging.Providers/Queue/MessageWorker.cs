using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Delivers what waits in the queue, for as long as the process lives. Any number of processes may run
/// one on the same store.</summary>
public sealed class MessageWorker : IDisposable
{
    private readonly MessageStore _store;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _longestSilence;
    private readonly IReadOnlyList<DeliveryLane> _lanes;

    internal MessageWorker(
        MessageStore store,
        MessageSenders senders,
        DeliverySignal signal,
        DeliveryReport report,
        IOptions<DeliveryOptions> options,
        TimeProvider clock)
    {
        _store = store;
        _clock = clock;
        // A lane whose slots are all held by a hanging provider looks again when the first one times out.
        _longestSilence = TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds + 30);
        _lanes = [.. Enum.GetValues<MessageChannel>().Where(senders.Has).Select(channel =>
            new DeliveryLane(channel, store, senders, signal, report, options.Value, clock))];
    }

    /// <summary>False before the first look for messages, and when a lane has not got through to the store for
    /// longer than a slow provider explains.</summary>
    public bool IsAlive => _lanes.All(lane => lane.LastLook > _clock.GetUtcNow() - _longestSilence);

    /// <summary>Returns after cancellation, when what was being handed over is done or given back.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(_lanes.Select(lane => Task.Run(() => lane.RunAsync(stopping), CancellationToken.None)));

    /// <summary>Puts dead messages that can still be of use back in the queue, as after a wrong API key was set
    /// right. Tells how many.</summary>
    public async ValueTask<int> ReviveDeadAsync(CancellationToken cancellation)
    {
        var revived = 0;
        foreach (var channel in Enum.GetValues<MessageChannel>())
        {
            revived += await _store.ReviveAsync(channel, cancellation);
        }

        return revived;
    }

    public void Dispose()
    {
        foreach (var lane in _lanes) lane.Dispose();
    }
}
