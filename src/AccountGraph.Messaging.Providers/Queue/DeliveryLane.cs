using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Delivers the messages of one channel. Channels have a lane each, so a mail server that hangs does not
/// hold up text messages.</summary>
internal sealed class DeliveryLane(
    MessageChannel channel,
    MessageStore store,
    MessageSenders senders,
    DeliverySignal signal,
    DeliveryReport report,
    DeliveryOptions options,
    TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BacklogInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MarkInterval = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _slots = new(options.Concurrency);
    private readonly CancellationTokenSource _abandon = new();
    private long _lastLook;
    private long _pausedUntil;
    private DateTimeOffset _backlogDue;

    /// <summary>When the store last answered; null before the first time.</summary>
    public DateTimeOffset? LastLook =>
        Interlocked.Read(ref _lastLook) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private bool IsPaused => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _pausedUntil);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await StartDueAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                report.LaneFailed(channel, error);
            }

            await signal.WaitAsync(channel, TimeSpan.FromSeconds(options.PollSeconds), stopping);
        }

        await StopAsync();
    }

    /// <summary>Starts everything that is due, as slots come free.</summary>
    public async Task StartDueAsync(CancellationToken stopping)
    {
        await RefreshBacklogAsync(stopping);
        while (!IsPaused)
        {
            var page = await store.DueAsync(channel, options.Concurrency * 2, stopping);
            Interlocked.Exchange(ref _lastLook, clock.GetUtcNow().UtcTicks);
            if (page.Count == 0) return;
            foreach (var candidate in page)
            {
                await _slots.WaitAsync(stopping);
                if (!await TryStartAsync(candidate, stopping)) return;
            }
        }
    }

    /// <summary>Waits until nothing is being handed over.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        var taken = 0;
        try
        {
            for (; taken < options.Concurrency; taken++) await _slots.WaitAsync(cancellation);
        }
        finally
        {
            if (taken > 0) _slots.Release(taken);
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _abandon.Dispose();
    }

    // Takes over the caller's slot. False when the lane was paused while the caller waited for it.
    private async ValueTask<bool> TryStartAsync(Document candidate, CancellationToken stopping)
    {
        var isStarted = false;
        try
        {
            if (IsPaused) return false;
            var message = await store.ClaimAsync(candidate, TimeSpan.FromSeconds(options.LeaseSeconds), stopping);
            if (message is null) return true;
            isStarted = true;
            _ = DeliverAsync(message);
            return true;
        }
        finally
        {
            if (!isStarted) _slots.Release();
        }
    }

    private async Task DeliverAsync(ClaimedMessage message)
    {
        try
        {
            // From here on the lane's own token, not the stopping one: a hand-over that was begun is finished.
            await HandOverAsync(message);
        }
        catch (Exception error)
        {
            report.SenderFailed(message, error);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task HandOverAsync(ClaimedMessage message)
    {
        if (message.UsableUntil <= clock.GetUtcNow())
        {
            await BuryAsync(message, "expired", "expired");
            return;
        }

        if (message.Body is null)
        {
            await BuryAsync(message, "unreadable", "the body cannot be read with the present keys");
            return;
        }

        switch (await SendAsync(message, message.Body))
        {
            case SendOutcome.Sent:
                await MarkAsync(message, cancellation => store.MarkSentAsync(message, cancellation));
                report.Sent(message);
                break;

            case SendOutcome.TryAgain again when message.Attempt < options.MaxAttempts:
                await PostponeAsync(message, again);
                break;

            case SendOutcome.TryAgain again:
                await BuryAsync(message, "exhausted", again.Reason);
                break;

            case SendOutcome.Refused refused:
                await BuryAsync(message, "refused", refused.Reason);
                break;
        }
    }

    private async Task PostponeAsync(ClaimedMessage message, SendOutcome.TryAgain again)
    {
        if (again.RetryAfter is { } retryAfter) Pause(retryAfter);
        var delay = BackOff.After(message.Attempt, again.RetryAfter);
        await MarkAsync(message, cancellation => store.PostponeAsync(message, delay, again.Reason, cancellation));
        report.Postponed(message, again.Reason, delay);
    }

    private async Task BuryAsync(ClaimedMessage message, string outcome, string reason)
    {
        var retention = TimeSpan.FromDays(options.DeadLetterDays);
        await MarkAsync(message, cancellation => store.BuryAsync(message, reason, retention, cancellation));
        report.Buried(message, outcome, reason);
    }

    // A provider that names a time speaks of the whole account, not of one message.
    private void Pause(TimeSpan retryAfter) =>
        Interlocked.Exchange(ref _pausedUntil, (clock.GetUtcNow() + BackOff.ByProvider(retryAfter)).UtcTicks);

    private async Task<SendOutcome> SendAsync(ClaimedMessage message, MessageBody body)
    {
        var started = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.SendTimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _abandon.Token);
        try
        {
            return await senders.SendAsync(message, body, either.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.TryAgain(
                _abandon.IsCancellationRequested ? "the server stopped" : "no answer in time");
        }
        catch (Exception error)
        {
            report.SenderFailed(message, error);
            return new SendOutcome.TryAgain("the sender failed");
        }
        finally
        {
            report.Attempted(message, clock.GetElapsedTime(started));
        }
    }

    // What was sent must be taken down, or it is sent again: while the lease lasts, the store is asked again.
    private async Task MarkAsync(ClaimedMessage message, Func<CancellationToken, ValueTask<bool>> mark)
    {
        using var lease = new CancellationTokenSource(TimeSpan.FromSeconds(options.LeaseSeconds / 2.0), clock);
        while (true)
        {
            try
            {
                if (!await mark(lease.Token)) report.Overtaken(message);
                return;
            }
            catch (StoreUnavailableException) when (!lease.IsCancellationRequested && !_abandon.IsCancellationRequested)
            {
                await Task.Delay(MarkInterval, clock, CancellationToken.None);
            }
            catch (Exception error) when (error is StoreUnavailableException or OperationCanceledException)
            {
                report.Unmarked(message);
                return;
            }
        }
    }

    private async ValueTask RefreshBacklogAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < _backlogDue) return;
        _backlogDue = now + BacklogInterval;
        report.Backlog(
            channel,
            await store.CountAsync(channel, MessageState.Waiting, cancellation),
            await store.CountAsync(channel, MessageState.Dead, cancellation));
    }

    private async Task StopAsync()
    {
        using var grace = new CancellationTokenSource(TimeSpan.FromSeconds(options.StopSeconds), clock);
        try
        {
            await DrainAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            await _abandon.CancelAsync();
            await DrainAsync(CancellationToken.None);
        }
    }
}
