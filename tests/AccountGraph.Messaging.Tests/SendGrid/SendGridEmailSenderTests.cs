using System.Globalization;
using AccountGraph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Messaging.Tests.SendGrid;

public sealed class SendGridEmailSenderTests
{
    private const string ApiKey = "SG.do-not-tell";

    private static readonly EmailMessage Mail =
        new("ada@example.com", "Ada", "otpSession", "Ihr Code für „Acme“", "code 204913", "<p>204913</p>");

    [Fact]
    public async Task A_mail_is_posted_as_the_interface_asks_and_without_tracking()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(202);

        Assert.Equal(new SendOutcome.Sent(), await SendAsync(provider.Address));

        var request = Assert.Single(provider.Requests);
        Assert.Equal("POST /v3/mail/send", request.Line);
        Assert.Equal("Bearer " + ApiKey, request.Authorization);
        Assert.Equal("application/json", request.Type);
        Snapshot.Match(request.Body);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task What_will_never_be_accepted_is_refused(int status)
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(status, $"{{\"errors\":[{{\"message\":\"key {ApiKey} for ada@example.com, 204913\"}}]}}");

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(provider.Address));

        Assert.StartsWith($"answered {status}", refused.Reason, StringComparison.Ordinal);
        AssertTellsNothing(refused.Reason);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(status, ApiKey);

        Assert.Equal(new SendOutcome.TryAgain($"answered {status}"), await SendAsync(provider.Address));
    }

    [Fact]
    public async Task Throttling_says_when_to_come_back()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        var clock = new ManualClock();

        provider.Answers(429, retryAfter: "37");
        Assert.Equal(
            new SendOutcome.TryAgain("answered 429", TimeSpan.FromSeconds(37)),
            await SendAsync(provider.Address, clock));

        var date = clock.GetUtcNow().AddMinutes(2).ToString("R", CultureInfo.InvariantCulture);
        provider.Answers(503, retryAfter: date);
        Assert.Equal(
            new SendOutcome.TryAgain("answered 503", TimeSpan.FromMinutes(2)),
            await SendAsync(provider.Address, clock));

        provider.Answers(429, retryAfter: "soon");
        Assert.Equal(new SendOutcome.TryAgain("answered 429"), await SendAsync(provider.Address, clock));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_key()
    {
        await using var thief = await FakeHttpProvider.StartAsync();
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answer = context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = new Uri(thief.Address, "/v3/mail/send").ToString();
            return Task.CompletedTask;
        };

        Assert.IsType<SendOutcome.TryAgain>(await SendAsync(provider.Address));

        Assert.Empty(thief.Requests);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_given_up()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        Assert.Equal(new SendOutcome.TryAgain("no answer within 1 s"), await SendAsync(provider.Address));
    }

    [Fact]
    public async Task An_answer_that_does_not_end_is_given_up()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answer = async context =>
        {
            context.Response.StatusCode = 202;
            var kilobyte = new byte[1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(kilobyte);
        };

        Assert.Equal(new SendOutcome.TryAgain("the answer was too long"), await SendAsync(provider.Address));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.IsType<SendOutcome.TryAgain>(await SendAsync(provider.Address));

        var nobody = new Uri("http://127.0.0.1:1");
        Assert.Equal(new SendOutcome.TryAgain("the connection failed (ConnectionError)"), await SendAsync(nobody));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await using var services = Services(provider.Address, null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await services.GetRequiredService<IEmailSender>().SendAsync(Mail, stop.Token));
    }

    private static void AssertTellsNothing(string reason)
    {
        Assert.DoesNotContain(ApiKey, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("204913", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", reason, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Uri address, TimeProvider? clock) => ProviderHost.Build(
        new Dictionary<string, string?>
        {
            ["Email:Provider"] = "SendGrid",
            ["Email:From"] = "Acme <no-reply@acme.example>",
            ["Email:SendGrid:ApiKey"] = ApiKey,
            ["Email:SendGrid:BaseAddress"] = address.ToString(),
            ["Email:SendGrid:TimeoutSeconds"] = "1",
        },
        clock);

    private static async Task<SendOutcome> SendAsync(Uri address, TimeProvider? clock = null)
    {
        await using var services = Services(address, clock);
        return await services.GetRequiredService<IEmailSender>().SendAsync(Mail, default);
    }
}
