using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Outbox;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Storage;
using AccountGraph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Messaging.Tests.Outbox;

public sealed class OutboxTests
{
    private static readonly EmailMessage Mail =
        new("Ada@Example.com", "Ada", "otpSession", "Your code", "code 204913", "<p>204913</p>");

    [Fact]
    public async Task What_is_queued_lies_in_the_mailbox_newest_first()
    {
        await using var services = await StartAsync();
        var queue = services.GetRequiredService<IMessageQueue>();
        var worker = services.GetRequiredService<MessageWorker>();
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);

        for (var code = 1; code <= 20; code++)
        {
            var mail = Mail with { Text = $"code {code}" };
            await queue.EnqueueAsync(mail, new MessageEnvelope("acme"), default);
        }

        var last = new SmsMessage("+15550100199", "login", "204913");
        await queue.EnqueueAsync(last, new MessageEnvelope("acme"), default);

        var all = await MessagesAsync(services, null, 21);
        await stop.CancelAsync();
        await running;
        Assert.Equal(
            Enumerable.Range(1, 20).Reverse().Select(code => $"code {code}"),
            all.Where(message => message.Channel == "email").Select(message => message.Text));
        var text = all[0];
        Assert.Equal(
            ("sms", "+15550100199", "login", "", "204913", ""),
            (text.Channel, text.To, text.Kind, text.Subject, text.Text, text.Html));
    }

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData(" ADA@EXAMPLE.COM ")]
    public async Task A_search_finds_an_address_however_it_is_typed(string to)
    {
        await using var services = await StartAsync();
        var sender = services.GetRequiredService<IEmailSender>();
        await sender.SendAsync(Mail, default);
        await sender.SendAsync(Mail with { To = "grace@example.com" }, default);

        var found = Assert.Single(await services.GetRequiredService<OutboxReader>().ListAsync(to, default));

        Assert.Equal(
            ("email", "ada@example.com", "otpSession", "Your code", "code 204913", "<p>204913</p>"),
            (found.Channel, found.To, found.Kind, found.Subject, found.Text, found.Html));
    }

    [Theory]
    [InlineData("+15550100199")]
    [InlineData(" 15550100199")]
    public async Task A_number_is_found_with_and_without_its_plus(string to)
    {
        await using var services = await StartAsync();
        await services.GetRequiredService<ISmsSender>().SendAsync(
            new SmsMessage("+15550100199", "login", "204913"), default);

        Assert.Single(await services.GetRequiredService<OutboxReader>().ListAsync(to, default));
    }

    [Fact]
    public async Task A_message_handed_over_twice_is_kept_once()
    {
        await using var services = await StartAsync();
        var sender = services.GetRequiredService<IEmailSender>();

        Assert.Equal(new SendOutcome.Sent(), await sender.SendAsync(Mail with { Id = "m1" }, default));
        Assert.Equal(new SendOutcome.Sent(), await sender.SendAsync(Mail with { Id = "m1" }, default));

        Assert.Single(await services.GetRequiredService<OutboxReader>().ListAsync(null, default));
    }

    private static async Task<ServiceProvider> StartAsync()
    {
        // A clock that stands still: the order must not hang on the time between two messages.
        var services = ProviderHost.Build(new Dictionary<string, string?>(), new ManualClock());
        var store = services.GetRequiredService<IDocumentStore>();
        foreach (var collection in MessagingCollections.All) await store.EnsureAsync(collection, default);
        return services;
    }

    private static async Task<IReadOnlyList<OutboxMessage>> MessagesAsync(
        ServiceProvider services, string? to, int count)
    {
        var reader = services.GetRequiredService<OutboxReader>();
        for (var look = 0; look < 1000; look++)
        {
            var messages = await reader.ListAsync(to, default);
            if (messages.Count == count) return messages;
            await Task.Delay(10);
        }

        throw new TimeoutException("The messages did not arrive.");
    }
}
