namespace AccountGraph.Gateway.Tests.Http;

public sealed class RateLimitHeaderTests
{
    private const string Create = "accountCreate(userId: \"!\", email: \"x\", password: \"x\") { _id }";

    [Fact]
    public async Task Every_call_tells_what_is_left_until_when()
    {
        await using var host = await GatewayHost.StartAsync();
        using var client = host.Guest();
        var reset = host.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();

        for (var left = 9; left >= 0; left--)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(("10", left.ToString(), (reset + 1).ToString()), await HeadersAsync());
        }

        Assert.Equal(("10", "0", (reset + 1).ToString()), await HeadersAsync());

        // The first call has left the window, and only that one.
        host.Clock.Advance(TimeSpan.FromSeconds(3591));
        Assert.Equal(("10", "0", (reset + 2).ToString()), await HeadersAsync());

        async Task<(string?, string?, string?)> HeadersAsync()
        {
            var answer = await client.SendAsync($"mutation {{ {Create} }}");
            return (
                answer.Header("X-RateLimit-Limit"),
                answer.Header("X-RateLimit-Remaining"),
                answer.Header("X-RateLimit-Reset"));
        }
    }

    [Fact]
    public async Task Of_several_fields_the_one_with_the_fewest_calls_left_is_told()
    {
        await using var host = await GatewayHost.StartAsync();
        using var client = host.Guest();

        var answer = await client.SendAsync(
            $"mutation {{ a: {Create} b: {Create} accountCreateAnonymousSession {{ _id }} }}");

        Assert.Equal("10", answer.Header("X-RateLimit-Limit"));
        Assert.Equal("8", answer.Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task Unlimited_operations_say_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();

        var answer = await user.SendAsync("{ accountGet { _id } }");

        Assert.Null(answer.Header("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task A_budget_is_that_of_the_operation_whatever_the_interface_and_the_alias()
    {
        await using var host = await GatewayHost.StartAsync();
        using var client = host.Guest();
        var aliases = string.Join(' ', Enumerable.Range(0, 9).Select(i => $"a{i}: {Create}"));

        await client.SendAsync($"mutation {{ {aliases} }}");
        var tenth = await client.PostAsync("{}", path: "/v1/account");
        var eleventh = await client.SendAsync($"mutation {{ {Create} }}");

        Assert.Equal(400, tenth.Status);
        Assert.Equal("0", tenth.Header("X-RateLimit-Remaining"));
        Assert.Equal("general_rate_limit_exceeded 429", eleventh.OnlyError);
    }
}
