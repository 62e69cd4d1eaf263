using System.Diagnostics.Metrics;
using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Storage;
using AccountGraph.Storage.Sqlite;
using AccountGraph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Messaging.Tests.Queue;

/// <summary>A queue on a store in memory, a provider under the test's command and a clock that stands still.</summary>
internal sealed class QueueBench : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<DeliveryLane> _lanes = [];

    private QueueBench()
    {
        var options = new SqliteOptions { Path = SqliteOptions.InMemory };
        Inner = SqliteDocumentStore.Open(options, Clock);
    }

    public ManualClock Clock { get; } = new();

    public ScriptedSender Sender { get; } = new();

    public ReversingProtector Protector { get; } = new();

    public RecordingLog Log { get; } = new();

    public DeliveryOptions Options { get; } = new() { MaxAttempts = 5, PollSeconds = 1, StopSeconds = 1 };

    public FlakyStore Store => field ??= new FlakyStore(Inner);

    public DeliverySignal Signal => field ??= new DeliverySignal(Clock);

    public MessageSenders Senders => field ??= new MessageSenders(Sender, Sender);

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public IMessageQueue Queue => field ??= new DocumentMessageQueue(Messages(), Senders, Signal);

    private DeliveryReport Report => field ??= new DeliveryReport(new MessageMetrics(Meters), Clock, Log);

    private SqliteDocumentStore Inner { get; }

    public static async Task<QueueBench> StartAsync()
    {
        var bench = new QueueBench();
        foreach (var collection in MessagingCollections.All) await bench.Store.EnsureAsync(collection, default);
        return bench;
    }

    /// <summary>Each call makes what another process would have.</summary>
    public DeliveryLane Lane(MessageChannel channel = MessageChannel.Email)
    {
        var lane = new DeliveryLane(channel, Messages(), Senders, Signal, Report, Options, Clock);
        _lanes.Add(lane);
        return lane;
    }

    public MessageWorker Worker() =>
        new(Messages(), Senders, Signal, Report, Microsoft.Extensions.Options.Options.Create(Options), Clock);

    public async Task<string> EnqueueMailAsync(TimeSpan? lifetime = null)
    {
        var before = (await AllAsync()).Select(document => document.Id).ToHashSet();
        var mail = new EmailMessage(
            "ada@example.com", "Ada", "otpSession", "Your code", "code 204913", "<p>204913</p>");
        await Queue.EnqueueAsync(mail, new MessageEnvelope("acme", Clock.GetUtcNow() + lifetime), default);
        return (await AllAsync()).Single(document => !before.Contains(document.Id)).Id;
    }

    public ValueTask EnqueueTextAsync() =>
        Queue.EnqueueAsync(new SmsMessage("+15550100199", "login", "204913"), new MessageEnvelope("acme"), default);

    /// <summary>One look for due messages, and the end of their delivery.</summary>
    public async Task DeliverAsync(DeliveryLane? lane = null)
    {
        lane ??= Lane();
        await lane.StartDueAsync(default);
        await lane.DrainAsync(default);
    }

    public async Task<Document> MessageAsync(string id) =>
        (await Store.GetAsync(MessageDocuments.Collection, id, default))!;

    public async Task<IReadOnlyList<Document>> AllAsync() =>
        await Store.FindAsync(MessageDocuments.Collection, new Query(new Filter.All(), Limit: 1000), default);

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes) lane.Dispose();
        await Inner.DisposeAsync();
        await _services.DisposeAsync();
    }

    private MessageStore Messages() => new(Store, Protector, Clock);
}
