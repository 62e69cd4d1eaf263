namespace AccountGraph.Gateway.Tests.Http;

public sealed class TrustedProxyTests
{
    private const string Open = "mutation { accountCreateAnonymousSession { ip } }";

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("10.9.9.9, 203.0.113.9", "203.0.113.9")]
    [InlineData("203.0.113.9, 10.1.2.3", "203.0.113.9")]
    [InlineData("203.0.113.9, rubbish", "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public async Task The_client_is_the_last_address_that_no_trusted_proxy_has(string forwarded, string expected)
    {
        await using var host = await GatewayHost.StartAsync(
            "Server:TrustedProxies:0=127.0.0.1", "Server:TrustedProxies:1=10.1.0.0/16");

        Assert.Equal(expected, await AddressAsync(host, forwarded));
    }

    [Fact]
    public async Task Nobody_is_trusted_by_default()
    {
        await using var host = await GatewayHost.StartAsync();

        Assert.Equal("127.0.0.1", await AddressAsync(host, "203.0.113.9"));
    }

    [Fact]
    public async Task Budgets_belong_to_the_clients_behind_the_proxy()
    {
        await using var host = await GatewayHost.StartAsync("Server:TrustedProxies:0=127.0.0.1");
        using var first = host.Guest();
        first.Headers["X-Forwarded-For"] = "203.0.113.1";
        using var second = host.Guest();
        second.Headers["X-Forwarded-For"] = "203.0.113.2";
        const string Create = "mutation { accountCreate(userId: \"!\", email: \"x\", password: \"x\") { _id } }";

        for (var call = 0; call < 10; call++) await first.ErrorOfAsync(Create);

        Assert.Equal("general_rate_limit_exceeded 429", await first.ErrorOfAsync(Create));
        Assert.Equal("general_argument_invalid 400", await second.ErrorOfAsync(Create));
    }

    private static async Task<string?> AddressAsync(GatewayHost host, string forwarded)
    {
        using var client = host.Guest();
        if (forwarded.Length > 0) client.Headers["X-Forwarded-For"] = forwarded;
        return (await client.ValueOfAsync(Open)).GetProperty("ip").GetString();
    }
}
