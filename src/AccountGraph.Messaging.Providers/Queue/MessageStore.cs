using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Queued messages and their transitions. Each transition is one guarded write, so of several
/// processes one wins.</summary>
internal sealed class MessageStore(IDocumentStore store, IMessageProtector protector, TimeProvider clock)
{
    private static readonly TimeSpan SentRetention = TimeSpan.FromDays(1);

    private readonly CollectionDefinition _messages = MessageDocuments.Collection;
    private int _sequence;

    public async ValueTask InsertAsync(
        MessageChannel channel,
        string to,
        string kind,
        MessageBody body,
        MessageEnvelope envelope,
        CancellationToken cancellation)
    {
        var now = Now();
        var id = NewId(now);
        var fields = new Dictionary<string, object>
        {
            ["channel"] = MessageDocuments.Name(channel),
            ["state"] = MessageState.Waiting,
            ["projectId"] = envelope.ProjectId,
            ["kind"] = kind,
            ["to"] = to,
            ["body"] = protector.Protect(JsonSerializer.Serialize(body), id),
            ["attempts"] = 0L,
            ["nextAttemptAt"] = now,
            ["createdAt"] = now,
        };
        if (envelope.UsableUntil is { } until) fields["usableUntil"] = Instant.From(until);
        var written = await store.InsertAsync(_messages, new Document(id, 0, fields), cancellation);
        if (written.Outcome != WriteOutcome.Written) throw new InvalidOperationException("A message id came twice.");
    }

    /// <summary>Messages whose time has come, the longest waiting first. Others may claim them meanwhile.</summary>
    public ValueTask<IReadOnlyList<Document>> DueAsync(
        MessageChannel channel, int limit, CancellationToken cancellation)
    {
        var due = Filter.Both(
            Filter.Equal("channel", MessageDocuments.Name(channel)),
            new Filter.In("state", [MessageState.Waiting, MessageState.Sending]),
            new Filter.Compare("nextAttemptAt", ComparisonOperator.LessOrEqual, Now()));
        return store.FindAsync(_messages, new Query(due, new Sort("nextAttemptAt"), limit), cancellation);
    }

    /// <summary>Null when another process was faster.</summary>
    public async ValueTask<ClaimedMessage?> ClaimAsync(Document seen, TimeSpan lease, CancellationToken cancellation)
    {
        var unclaimed = Filter.Both(
            Filter.Equal("state", seen.Text("state")!), Filter.Equal("attempts", seen.Integer("attempts")));
        var written = await store.UpdateAsync(
            _messages,
            seen.Id,
            unclaimed,
            [
                new Change.Set("state", MessageState.Sending),
                new Change.Add("attempts", 1),
                new Change.Set("nextAttemptAt", Instant.From(clock.GetUtcNow() + lease)),
            ],
            cancellation);
        return written.Document is { } document ? Read(document) : null;
    }

    public ValueTask<bool> MarkSentAsync(ClaimedMessage message, CancellationToken cancellation) =>
        EndAsync(
            message,
            [
                new Change.Set("state", MessageState.Sent),
                new Change.Set("body", null),
                new Change.Set("lastError", null),
                new Change.Set("endedAt", Now()),
                new Change.Set("removeAt", Instant.From(clock.GetUtcNow() + SentRetention)),
            ],
            cancellation);

    public ValueTask<bool> PostponeAsync(
        ClaimedMessage message, TimeSpan delay, string reason, CancellationToken cancellation) =>
        EndAsync(
            message,
            [
                new Change.Set("state", MessageState.Waiting),
                new Change.Set("nextAttemptAt", Instant.From(clock.GetUtcNow() + delay)),
                new Change.Set("lastError", reason),
            ],
            cancellation);

    /// <summary>The body stays, still encrypted, while it can be of use: a wrong API key must not cost mails.</summary>
    public ValueTask<bool> BuryAsync(
        ClaimedMessage message, string reason, TimeSpan retention, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        List<Change> changes =
        [
            new Change.Set("state", MessageState.Dead),
            new Change.Set("lastError", reason),
            new Change.Set("endedAt", Instant.From(now)),
            new Change.Set("removeAt", Instant.From(now + retention)),
        ];
        if (message.UsableUntil <= now) changes.Add(new Change.Set("body", null));
        return EndAsync(message, changes, cancellation);
    }

    /// <summary>Gives dead messages that can still be of use another life, and tells how many.</summary>
    public async ValueTask<int> ReviveAsync(MessageChannel channel, CancellationToken cancellation)
    {
        var revivable = Filter.Both(
            Filter.Equal("channel", MessageDocuments.Name(channel)),
            Filter.Equal("state", MessageState.Dead),
            new Filter.Compare("body", ComparisonOperator.NotEqual, null));
        var revived = 0;
        Document? last = null;
        while (true)
        {
            var page = await store.FindAsync(_messages, new Query(revivable, After: last), cancellation);
            if (page.Count == 0) return revived;
            foreach (var document in page)
            {
                var written = await store.UpdateAsync(_messages, document.Id, revivable, Revival(), cancellation);
                if (written.Outcome == WriteOutcome.Written) revived++;
            }

            last = page[^1];
        }
    }

    public ValueTask<long> CountAsync(MessageChannel channel, string state, CancellationToken cancellation) =>
        store.CountAsync(
            _messages,
            Filter.Both(
                Filter.Equal("channel", MessageDocuments.Name(channel)), Filter.Equal("state", state)),
            cancellation);

    private Change[] Revival() =>
    [
        new Change.Set("state", MessageState.Waiting),
        new Change.Set("attempts", 0L),
        new Change.Set("nextAttemptAt", Now()),
        new Change.Set("endedAt", null),
        new Change.Set("removeAt", null),
    ];

    // Holds only while the claim is the newest one: a holder that overslept its lease changes nothing.
    private async ValueTask<bool> EndAsync(
        ClaimedMessage message, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var mine = Filter.Both(
            Filter.Equal("state", MessageState.Sending), Filter.Equal("attempts", message.Attempt));
        var written = await store.UpdateAsync(_messages, message.Id, mine, changes, cancellation);
        return written.Outcome == WriteOutcome.Written;
    }

    private ClaimedMessage Read(Document document)
    {
        var stored = document.Text("body");
        var json = stored is null ? null : protector.Unprotect(stored, document.Id);
        return new ClaimedMessage(
            document.Id,
            MessageDocuments.Channel(document.Text("channel")!),
            document.Text("to")!,
            document.Text("kind")!,
            document.Integer("attempts"),
            document.Time("createdAt")!.Value.ToDateTimeOffset(),
            document.Time("usableUntil")?.ToDateTimeOffset(),
            json is null ? null : JsonSerializer.Deserialize<MessageBody>(json));
    }

    private Instant Now() => Instant.From(clock.GetUtcNow());

    // Ids sort by the order of arrival, also within a millisecond, so lists are newest first without a tie.
    private string NewId(Instant now)
    {
        var sequence = (ushort)Interlocked.Increment(ref _sequence);
        var random = RandomNumberGenerator.GetHexString(8, lowercase: true);
        return string.Create(CultureInfo.InvariantCulture, $"{now.UnixMilliseconds:x12}{sequence:x4}{random}");
    }
}
