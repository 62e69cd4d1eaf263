using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Messaging.Tests.Vonage;

public sealed class VonageSmsSenderTests
{
    private const string ApiSecret = "do-not-tell";

    private static readonly SmsMessage Text = new("+15550100199", "login", "204913 is your code") { Id = "m1" };

    [Fact]
    public async Task A_text_is_posted_as_the_interface_asks()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(200, Status("0"));

        Assert.Equal(new SendOutcome.Sent(), await SendAsync(provider, Text));

        var request = Assert.Single(provider.Requests);
        Assert.Equal("POST /sms/json", request.Line);
        Assert.Equal("application/x-www-form-urlencoded", request.Type);
        Assert.Equal(
            "api_key=key&api_secret=do-not-tell&from=Acme&to=15550100199&text=204913+is+your+code&client-ref=m1",
            request.Body);
    }

    [Fact]
    public async Task Letters_outside_the_basic_alphabet_are_sent_as_unicode()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(200, Status("0"));

        await SendAsync(provider, Text with { Text = "204913 确认" });

        var body = Assert.Single(provider.Requests).Body;
        Assert.Contains("&type=unicode", body, StringComparison.Ordinal);
        Assert.Contains("204913 确认", WebUtility.UrlDecode(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "status 1: throttled")]
    [InlineData("5", "status 5: error at the provider")]
    [InlineData("9", "status 9: no credit left")]
    public async Task A_passing_trouble_is_tried_again(string status, string reason)
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(200, Status(status));

        var again = Assert.IsType<SendOutcome.TryAgain>(await SendAsync(provider, Text));

        Assert.Equal(reason, again.Reason);
        Assert.Equal(status == "1" ? TimeSpan.FromSeconds(1) : null, again.RetryAfter);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("6")]
    [InlineData("7")]
    [InlineData("15")]
    [InlineData("29")]
    [InlineData("99")]
    public async Task A_lasting_trouble_is_refused(string status)
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(200, Status(status));

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(provider, Text));

        Assert.StartsWith("status " + status, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(ApiSecret, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("15550100199", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_part_that_failed_fails_the_message()
    {
        await using var provider = await FakeHttpProvider.StartAsync();

        provider.Answers(200, """{"messages":[{"status":"0"},{"status":"1"}]}""");
        Assert.IsType<SendOutcome.TryAgain>(await SendAsync(provider, Text));

        provider.Answers(200, """{"messages":[{"status":"1"},{"status":"7"}]}""");
        Assert.IsType<SendOutcome.Refused>(await SendAsync(provider, Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Welcome to the hotel</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[{}]}""")]
    [InlineData("""{"messages":[{"status":"do-not-tell"}]}""")]
    [InlineData("""{"messages":[{"status":0}]}""")]
    public async Task An_answer_that_makes_no_sense_is_not_taken_for_success(string body)
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(200, body);

        var again = Assert.IsType<SendOutcome.TryAgain>(await SendAsync(provider, Text));

        Assert.DoesNotContain(ApiSecret, again.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, false)]
    [InlineData(420, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    public async Task The_http_status_counts_as_well(int status, bool isWorthAnotherTry)
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answers(status, Status("0"));

        Assert.Equal(isWorthAnotherTry, await SendAsync(provider, Text) is SendOutcome.TryAgain);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_given_up()
    {
        await using var provider = await FakeHttpProvider.StartAsync();
        provider.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        Assert.Equal(new SendOutcome.TryAgain("no answer within 1 s"), await SendAsync(provider, Text));
    }

    private static string Status(string status) =>
        $$"""
        {"message-count":"1","messages":[{"to":"15550100199","message-id":"x","status":"{{status}}",
        "error-text":"bad secret do-not-tell for 15550100199"}]}
        """;

    private static async Task<SendOutcome> SendAsync(FakeHttpProvider provider, SmsMessage text)
    {
        await using var services = ProviderHost.Build(new Dictionary<string, string?>
        {
            ["Sms:Provider"] = "Vonage",
            ["Sms:Vonage:ApiKey"] = "key",
            ["Sms:Vonage:ApiSecret"] = ApiSecret,
            ["Sms:Vonage:From"] = "Acme",
            ["Sms:Vonage:BaseAddress"] = provider.Address.ToString(),
            ["Sms:Vonage:TimeoutSeconds"] = "1",
        });
        return await services.GetRequiredService<ISmsSender>().SendAsync(text, default);
    }
}
