using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>What operators watch: endings by outcome, retries, time to delivery, and what waits or is dead.</summary>
internal sealed class MessageMetrics
{
    private readonly Counter<long> _ended;
    private readonly Counter<long> _retried;
    private readonly Histogram<double> _sending;
    private readonly Histogram<double> _age;
    private readonly ConcurrentDictionary<MessageChannel, (long Waiting, long Dead)> _backlog = new();

    public MessageMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("AccountGraph");
        _ended = meter.CreateCounter<long>("accountgraph.messages.ended", "{message}");
        _retried = meter.CreateCounter<long>("accountgraph.messages.retried", "{attempt}");
        _sending = meter.CreateHistogram<double>("accountgraph.messages.send.duration", "s");
        _age = meter.CreateHistogram<double>("accountgraph.messages.delivery.duration", "s");
        meter.CreateObservableGauge(
            "accountgraph.messages.waiting", () => Observe(backlog => backlog.Waiting), "{message}");
        meter.CreateObservableGauge("accountgraph.messages.dead", () => Observe(backlog => backlog.Dead), "{message}");
    }

    /// <param name="outcome">One of sent, refused, exhausted, expired, unreadable.</param>
    public void Ended(ClaimedMessage message, string outcome) =>
        _ended.Add(1, Channel(message.Channel), new("kind", message.Kind), new("outcome", outcome));

    public void Retried(ClaimedMessage message) => _retried.Add(1, Channel(message.Channel));

    public void Attempted(ClaimedMessage message, TimeSpan duration) =>
        _sending.Record(duration.TotalSeconds, Channel(message.Channel));

    public void Delivered(ClaimedMessage message, TimeSpan age) =>
        _age.Record(age.TotalSeconds, Channel(message.Channel), new("kind", message.Kind));

    public void Backlog(MessageChannel channel, long waiting, long dead) => _backlog[channel] = (waiting, dead);

    private static KeyValuePair<string, object?> Channel(MessageChannel channel) =>
        new("channel", MessageDocuments.Name(channel));

    private IEnumerable<Measurement<long>> Observe(Func<(long Waiting, long Dead), long> part) =>
        _backlog.Select(pair => new Measurement<long>(part(pair.Value), Channel(pair.Key)));
}
