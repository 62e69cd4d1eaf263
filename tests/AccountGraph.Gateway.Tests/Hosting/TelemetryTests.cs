using System.Text;
using AccountGraph.Gateway.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace AccountGraph.Gateway.Tests.Hosting;

public sealed class TelemetryTests
{
    private const string Secret = "s3cret-plum-Orbit-77";

    [Fact]
    public async Task Traces_metrics_and_logs_arrive_when_an_endpoint_is_set()
    {
        await using var receiver = await TelemetryReceiver.StartAsync();
        await using (var host = await GatewayHost.StartAsync(
            $"OpenTelemetry:Endpoint={receiver.Endpoint}/", "Logging:LogLevel:Default=Information"))
        {
            using var client = await host.NewUserAsync();
            (await client.SendAsync("query WhoAmI { accountGet { name } }")).MustSucceed();
            await client.GetAsync("/health/live");
            await client.GetAsync("/v1/account/sessions/current");
        }

        var traces = receiver.Received("traces");
        AssertContains(
            traces, "POST /v1/graphql", "graphql.operation.name", "WhoAmI", "http.response.status_code",
            "http.request.method", "GET /health/live", "GET /v1/account/sessions/{sessionId}", "accountgraph");
        AssertContains(
            receiver.Received("metrics"), "accountgraph.operation.duration", "accountCreateEmailPasswordSession",
            "accountgraph.password_hashing.waiting", "http.server.request.duration");
        AssertContains(receiver.Received("logs"), "accountgraph");
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        await using var receiver = await TelemetryReceiver.StartAsync();
        await using (var host = await GatewayHost.StartAsync($"OpenTelemetry:Endpoint={receiver.Endpoint}"))
        {
            using var guest = host.Guest();
            guest.Headers["traceparent"] = $"00-{Trace}-b7ad6b7169203331-01";
            await guest.GetAsync("/health/live");
        }

        AssertContains(receiver.Received("traces"), Encoding.Latin1.GetString(Convert.FromHexString(Trace)));
    }

    [Fact]
    public async Task Outcomes_and_refusals_are_counted_by_operation()
    {
        await using var receiver = await TelemetryReceiver.StartAsync();
        await using (var host = await GatewayHost.StartAsync($"OpenTelemetry:Endpoint={receiver.Endpoint}"))
        {
            using var guest = host.Guest();
            var fields = Enumerable.Range(0, 12).Select(i =>
                $$"""a{{i}}: accountCreateEmailPasswordSession(email: "x@x.org", password: "wrong-one") { _id }""");
            await guest.SendAsync($"mutation {{ {string.Join(' ', fields)} }}");
        }

        AssertContains(
            receiver.Received("metrics"), "accountgraph.rate_limit.refusals", "general_rate_limit_exceeded",
            "user_invalid_credentials");
    }

    [Fact]
    public async Task Secrets_of_requests_are_not_sent()
    {
        await using var receiver = await TelemetryReceiver.StartAsync();
        await using (var host = await GatewayHost.StartAsync(
            $"OpenTelemetry:Endpoint={receiver.Endpoint}", "Logging:LogLevel:Default=Trace",
            "Logging:LogLevel:Microsoft=Information"))
        {
            using var guest = host.Guest();
            guest.Headers["Cookie"] = $"a_session_default={Secret}";
            await guest.SendAsync(
                $$"""query InDocument { accountGet { name } # {{Secret}} {{"\n"}} }""", new { password = Secret });
            await guest.SendAsync(
                $$"""
                mutation InArguments {
                  accountCreateEmailPasswordSession(email: "{{Secret}}@example.com", password: "{{Secret}}") { _id }
                }
                """);
            await guest.GetAsync(
                $"/v1/graphql?query=query%20InAddress{{accountGet{{name}}}}&variables={{\"password\":\"{Secret}\"}}");
            await guest.GetAsync($"/nowhere?secret={Secret}");
        }

        AssertContains(receiver.Received("traces"), "InDocument", "InArguments", "InAddress");
        Assert.DoesNotContain(Secret, receiver.Received(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_measured_without_an_endpoint()
    {
        await using var host = await GatewayHost.StartAsync();

        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.False(host.Services.GetRequiredService<GatewayMetrics>().IsOn);
    }

    [Fact]
    public async Task A_receiver_that_is_away_does_not_disturb()
    {
        await using var host = await GatewayHost.StartAsync("OpenTelemetry:Endpoint=http://127.0.0.1:9");
        using var client = await host.NewUserAsync();

        (await client.SendAsync("{ accountGet { name } }")).MustSucceed();
    }

    [Theory]
    [InlineData("collector:4318")]
    [InlineData("/v1/traces")]
    [InlineData("ftp://collector")]
    public async Task An_endpoint_that_is_no_base_address_stops_the_start(string endpoint)
    {
        var failure = await Assert.ThrowsAsync<SettingsException>(
            () => GatewayHost.StartAsync($"OpenTelemetry:Endpoint={endpoint}"));

        Assert.Contains("OpenTelemetry:Endpoint", Assert.Single(failure.Problems), StringComparison.Ordinal);
    }

    private static void AssertContains(string received, params string[] texts) =>
        Assert.All(texts, text => Assert.Contains(text, received, StringComparison.Ordinal));
}
