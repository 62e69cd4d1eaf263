using System.Diagnostics;
using AccountGraph.Messaging.Providers.Queue;

namespace AccountGraph.Messaging.Tests.Queue;

public sealed class MessageWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_running_worker_delivers_at_once_what_this_process_queues()
    {
        await using var bench = await QueueBench.StartAsync();
        // Only the signal can be this fast.
        bench.Options.PollSeconds = 60;
        using var worker = bench.Worker();
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        await UntilAsync(() => worker.IsAlive);

        await bench.EnqueueMailAsync();
        await bench.EnqueueTextAsync();

        await UntilAsync(() => bench.Sender.Mails.Count == 1 && bench.Sender.Texts.Count == 1);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.All(await bench.AllAsync(), message => Assert.Equal("sent", message.Text("state")));
    }

    [Fact]
    public async Task A_stop_waits_for_a_message_that_is_being_handed_over()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Options.StopSeconds = 20;
        var isReleased = new TaskCompletionSource();
        bench.Sender.Answer = async _ =>
        {
            await isReleased.Task;
            return new SendOutcome.Sent();
        };
        var id = await bench.EnqueueMailAsync();
        using var worker = bench.Worker();
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        await UntilAsync(() => bench.Sender.Mails.Count == 1);

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        isReleased.SetResult();

        await running.WaitAsync(Patience);
        Assert.Equal("sent", (await bench.MessageAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_stop_gives_back_what_a_hanging_provider_holds()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Options.StopSeconds = 0;
        bench.Sender.Answer = async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return new SendOutcome.Sent();
        };
        var id = await bench.EnqueueMailAsync();
        using var worker = bench.Worker();
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        await UntilAsync(() => bench.Sender.Mails.Count == 1);

        await stop.CancelAsync();
        await running.WaitAsync(Patience);

        var message = await bench.MessageAsync(id);
        Assert.Equal(("waiting", "the server stopped"), (message.Text("state"), message.Text("lastError")));
    }

    [Fact]
    public async Task A_mail_server_that_hangs_does_not_hold_up_text_messages()
    {
        await using var bench = await QueueBench.StartAsync();
        bench.Options.Concurrency = 1;
        bench.Options.StopSeconds = 0;
        bench.Sender.Answer = async cancellation =>
        {
            if (bench.Sender.Texts.IsEmpty) await Task.Delay(Timeout.Infinite, cancellation);
            return new SendOutcome.Sent();
        };
        await bench.EnqueueMailAsync();
        using var worker = bench.Worker();
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        await UntilAsync(() => bench.Sender.Mails.Count == 1);

        await bench.EnqueueTextAsync();

        await UntilAsync(() => bench.Sender.Texts.Count == 1);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_store_that_is_away_does_not_end_the_worker()
    {
        await using var bench = await QueueBench.StartAsync();
        await bench.EnqueueMailAsync();
        bench.Store.FailNextUpdates(1);
        using var worker = bench.Worker();
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);

        await UntilAsync(() => bench.Sender.Mails.Count == 1);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        Assert.Contains(bench.Log.Lines, line => line.Contains("could not look for work", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_counts_as_alive_only_while_it_looks()
    {
        await using var bench = await QueueBench.StartAsync();
        using var worker = bench.Worker();
        Assert.False(worker.IsAlive);

        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        await UntilAsync(() => worker.IsAlive);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);

        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(worker.IsAlive);
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(5, 16, 32)]
    [InlineData(60, 900, 1800)]
    public void The_back_off_doubles_up_to_half_an_hour(long attempt, double least, double most)
    {
        var delays = Enumerable.Range(0, 50).Select(_ => BackOff.After(attempt, null).TotalSeconds).ToList();

        Assert.All(delays, delay => Assert.InRange(delay, least, most));
        Assert.True(delays.Distinct().Count() > 10);
    }

    [Fact]
    public void A_provider_may_ask_for_more_time_but_not_for_ever()
    {
        Assert.Equal(TimeSpan.FromSeconds(50), BackOff.After(1, TimeSpan.FromSeconds(50)));
        Assert.Equal(TimeSpan.FromHours(1), BackOff.After(1, TimeSpan.FromDays(300)));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var started = Stopwatch.GetTimestamp();
        while (!holds())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience) Assert.Fail("It never came to pass.");
            await Task.Delay(10);
        }
    }
}
