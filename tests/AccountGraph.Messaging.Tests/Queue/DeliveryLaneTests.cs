using System.Diagnostics.Metrics;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Storage;

namespace AccountGraph.Messaging.Tests.Queue;

public sealed class DeliveryLaneTests
{
    [Fact]
    public async Task A_message_is_handed_over_as_it_was_queued()
    {
        await using var bench = await QueueBench.StartAsync();
        var id = await bench.EnqueueMailAsync();
        var queuedAt = bench.Clock.GetUtcNow();
        bench.Clock.Advance(TimeSpan.FromSeconds(3));

        await bench.DeliverAsync();

        var expected = new EmailMessage(
            "ada@example.com", "Ada", "otpSession", "Your code", "code 204913", "<p>204913</p>")
        {
            Id = id,
            CreatedAt = queuedAt,
        };
        Assert.Equal([expected], bench.Sender.Mails);
        Assert.Equal("sent", (await bench.MessageAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_text_message_takes_its_own_lane()
    {
        await using var bench = await QueueBench.StartAsync();
        await bench.EnqueueTextAsync();

        await bench.DeliverAsync();
        Assert.Empty(bench.Sender.Texts);

        await bench.DeliverAsync(bench.Lane(MessageChannel.Sms));
        var text = Assert.Single(bench.Sender.Texts);
        Assert.Equal(("+15550100199", "login", "204913"), (text.To, text.Kind, text.Text));
    }

    [Fact]
    public async Task Nothing_that_waits_is_readable_and_nothing_that_was_sent_is_left()
    {
        await using var bench = await QueueBench.StartAsync();
        var id = await bench.EnqueueMailAsync();

        var waiting = await bench.MessageAsync(id);
        await bench.DeliverAsync();
        var sent = await bench.MessageAsync(id);

        Assert.DoesNotContain(waiting.Fields.Values, value => $"{value}".Contains("204913", StringComparison.Ordinal));
        Assert.NotNull(waiting.Text("body"));
        Assert.Null(sent.Text("body"));
        Assert.Equal(Instant.From(bench.Clock.GetUtcNow().AddDays(1)), sent.Time("removeAt"));
    }

    [Fact]
    public async Task A_body_moved_to_another_message_is_not_sent()
    {
        await using var bench = await QueueBench.StartAsync();
        var first = await bench.EnqueueMailAsync();
        var second = await bench.EnqueueMailAsync();
        var stolen = (await bench.MessageAsync(first)).Text("body");
        await bench.Store.UpdateAsync(
            MessageDocuments.Collection, second, new Filter.All(), [new Change.Set("body", stolen)], default);

        await bench.DeliverAsync();

        Assert.Equal(first, Assert.Single(bench.Sender.Mails).Id);
        var dead = await bench.MessageAsync(second);
        Assert.Equal("dead", dead.Text("state"));
        Assert.Equal("the body cannot be read with the present keys", dead.Text("lastError"));
    }

    [Fact]
    public async Task A_provider_that_is_down_gets_the_message_again_and_later_each_time()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Options.MaxAttempts = 10;
        var id = await bench.EnqueueMailAsync();
        bench.Sender.Answers(new SendOutcome.TryAgain("answered 503"));
        var lane = bench.Lane();

        var waits = new List<double>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await bench.DeliverAsync(lane);
            var message = await bench.MessageAsync(id);
            Assert.Equal(("waiting", "answered 503"), (message.Text("state"), message.Text("lastError")));
            var next = message.Time("nextAttemptAt")!.Value.ToDateTimeOffset();
            waits.Add((next - bench.Clock.GetUtcNow()).TotalSeconds);
            // A moment too early, nothing happens.
            bench.Clock.Advance(next - bench.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
            await bench.DeliverAsync(lane);
            bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(8, bench.Sender.Mails.Count);
        for (var attempt = 0; attempt < waits.Count; attempt++)
        {
            Assert.InRange(waits[attempt], 1 << attempt, 2 << attempt);
        }

        bench.Sender.Answers(new SendOutcome.Sent());
        await bench.DeliverAsync(lane);
        Assert.Equal("sent", (await bench.MessageAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_throttling_provider_is_left_in_peace_for_as_long_as_it_asks()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Sender.Answers(new SendOutcome.TryAgain("answered 429", TimeSpan.FromSeconds(90)));
        var lane = bench.Lane();
        var id = await bench.EnqueueMailAsync();
        await bench.DeliverAsync(lane);

        await bench.EnqueueMailAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(89));
        await bench.DeliverAsync(lane);
        Assert.Single(bench.Sender.Mails);
        Assert.True((await bench.MessageAsync(id)).Time("nextAttemptAt") > Instant.From(bench.Clock.GetUtcNow()));

        bench.Sender.Answers(new SendOutcome.Sent());
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.DeliverAsync(lane);
        Assert.Equal(3, bench.Sender.Mails.Count);
    }

    [Fact]
    public async Task A_refused_message_is_dead_at_once_and_can_be_revived()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Sender.Answers(new SendOutcome.Refused("answered 401"));
        var id = await bench.EnqueueMailAsync();
        await bench.DeliverAsync();

        var dead = await bench.MessageAsync(id);
        Assert.Equal(("dead", "answered 401"), (dead.Text("state"), dead.Text("lastError")));
        Assert.Equal(Instant.From(bench.Clock.GetUtcNow().AddDays(14)), dead.Time("removeAt"));

        bench.Sender.Answers(new SendOutcome.Sent());
        using var worker = bench.Worker();
        Assert.Equal(1, await worker.ReviveDeadAsync(default));
        await bench.DeliverAsync();
        Assert.Equal("sent", (await bench.MessageAsync(id)).Text("state"));
        Assert.Equal(2, bench.Sender.Mails.Count);
        Assert.Equal(0, await worker.ReviveDeadAsync(default));
    }

    [Fact]
    public async Task A_message_that_never_gets_through_is_dead_in_the_end()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Sender.Answers(new SendOutcome.TryAgain("the connection failed"));
        var id = await bench.EnqueueMailAsync();

        for (var look = 0; look < 20; look++)
        {
            await bench.DeliverAsync();
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(bench.Options.MaxAttempts, bench.Sender.Mails.Count);
        Assert.Equal("dead", (await bench.MessageAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_code_past_its_life_is_dropped_and_not_sent()
    {
        await using var bench = await QueueBench.StartAsync();
        var id = await bench.EnqueueMailAsync(TimeSpan.FromMinutes(15));
        var inTime = await bench.EnqueueMailAsync(TimeSpan.FromMinutes(16));
        bench.Clock.Advance(TimeSpan.FromMinutes(15));

        await bench.DeliverAsync();

        Assert.Equal(inTime, Assert.Single(bench.Sender.Mails).Id);
        var dropped = await bench.MessageAsync(id);
        Assert.Equal(("dead", "expired"), (dropped.Text("state"), dropped.Text("lastError")));
        Assert.Null(dropped.Text("body"));
    }

    [Fact]
    public async Task Many_processes_deliver_each_message_once()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Sender.Answer = async cancellation =>
        {
            await Task.Yield();
            return new SendOutcome.Sent();
        };
        for (var message = 0; message < 60; message++) await bench.EnqueueMailAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => bench.DeliverAsync(bench.Lane()))));

        Assert.Equal(60, bench.Sender.Mails.Count);
        Assert.Equal(60, bench.Sender.Mails.Select(mail => mail.Id).Distinct().Count());
    }

    [Fact]
    public async Task No_more_messages_are_handed_over_at_once_than_the_setting_says()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Options.Concurrency = 3;
        bench.Sender.Answer = async cancellation =>
        {
            await Task.Delay(5, cancellation);
            return new SendOutcome.Sent();
        };
        for (var message = 0; message < 20; message++) await bench.EnqueueMailAsync();

        await bench.DeliverAsync();

        Assert.Equal(20, bench.Sender.Mails.Count);
        Assert.Equal(3, bench.Sender.MostAtOnce);
    }

    [Fact]
    public async Task What_a_crashed_process_held_is_taken_up_after_the_lease_and_not_before()
    {
        await using var bench = await QueueBench.StartAsync();
        var id = await bench.EnqueueMailAsync();
        await ClaimAndCrashAsync(bench, id);

        bench.Clock.Advance(TimeSpan.FromSeconds(bench.Options.LeaseSeconds - 1));
        await bench.DeliverAsync();
        Assert.Empty(bench.Sender.Mails);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.DeliverAsync();
        Assert.Equal(id, Assert.Single(bench.Sender.Mails).Id);
        Assert.Equal(2, (await bench.MessageAsync(id)).Integer("attempts"));
    }

    [Fact]
    public async Task A_holder_that_overslept_its_lease_changes_nothing()
    {
        await using var bench = await QueueBench.StartAsync();
        var id = await bench.EnqueueMailAsync();
        var slow = await ClaimAndCrashAsync(bench, id);
        bench.Clock.Advance(TimeSpan.FromSeconds(bench.Options.LeaseSeconds));
        await bench.DeliverAsync();

        var store = new MessageStore(bench.Store, bench.Protector, bench.Clock);
        Assert.False(await store.PostponeAsync(slow, TimeSpan.Zero, "late", default));

        Assert.Equal("sent", (await bench.MessageAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_store_that_is_away_when_the_mail_is_out_does_not_make_it_go_out_again()
    {
        await using var bench = await QueueBench.StartAsync();
        var id = await bench.EnqueueMailAsync();
        bench.Sender.Answer = _ =>
        {
            bench.Store.FailNextUpdates(1);
            return ValueTask.FromResult<SendOutcome>(new SendOutcome.Sent());
        };

        await bench.DeliverAsync();

        Assert.Equal("sent", (await bench.MessageAsync(id)).Text("state"));
        Assert.Single(bench.Sender.Mails);
    }

    [Fact]
    public async Task A_sender_that_throws_costs_no_message_and_tells_no_secret()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Sender.Answer = _ => throw new InvalidOperationException("could not send 204913 with key SG.secret");
        var id = await bench.EnqueueMailAsync();

        await bench.DeliverAsync();

        var message = await bench.MessageAsync(id);
        Assert.Equal(("waiting", "the sender failed"), (message.Text("state"), message.Text("lastError")));
        Assert.Contains(bench.Log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(
            bench.Log.Lines, line => line.Contains("204913", StringComparison.Ordinal)
                || line.Contains("SG.", StringComparison.Ordinal)
                || line.Contains("ada@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_endings_are_counted_by_channel_kind_and_outcome()
    {
        await using var bench = await QueueBench.StartAsync();
        var counts = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == bench.Meters && instrument.Meter.Name == "AccountGraph")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var labels = string.Join(' ', tags.ToArray().Select(tag => tag.Value));
            var key = $"{instrument.Name} {labels}";
            lock (counts) counts[key] = instrument.IsObservable ? value : counts.GetValueOrDefault(key) + value;
        });
        listener.Start();

        await bench.EnqueueMailAsync();
        await bench.EnqueueMailAsync();
        await bench.DeliverAsync();
        bench.Sender.Answers(new SendOutcome.Refused("no"));
        await bench.EnqueueMailAsync();
        await bench.DeliverAsync();
        bench.Sender.Answers(new SendOutcome.TryAgain("later"));
        await bench.EnqueueMailAsync();
        await bench.DeliverAsync();
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await bench.DeliverAsync();
        listener.RecordObservableInstruments();

        Assert.Equal(2, counts["accountgraph.messages.ended email otpSession sent"]);
        Assert.Equal(1, counts["accountgraph.messages.ended email otpSession refused"]);
        Assert.Equal(1, counts["accountgraph.messages.retried email"]);
        Assert.Equal(1, counts["accountgraph.messages.waiting email"]);
        Assert.Equal(1, counts["accountgraph.messages.dead email"]);
    }

    private static async Task<ClaimedMessage> ClaimAndCrashAsync(QueueBench bench, string id)
    {
        var store = new MessageStore(bench.Store, bench.Protector, bench.Clock);
        var lease = TimeSpan.FromSeconds(bench.Options.LeaseSeconds);
        return (await store.ClaimAsync(await bench.MessageAsync(id), lease, default))!;
    }
}
