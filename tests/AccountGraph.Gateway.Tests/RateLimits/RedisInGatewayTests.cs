using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountGraph.Gateway.Tests.RateLimits;

public sealed class RedisInGatewayTests
{
    private const string SignIn =
        """mutation { accountCreateEmailPasswordSession(email: "x@example.com", password: "wrong-one") { _id } }""";

    [Fact]
    public async Task Two_gateways_share_the_limit_of_a_sign_in()
    {
        await using var server = await RedisServer.StartAsync();
        await using var one = await StartAsync(server);
        await using var other = await StartAsync(server);
        using var first = one.Guest();
        using var second = other.Guest();

        var errors = new List<string?>();
        for (var i = 0; i < 12; i++)
        {
            var answer = await (i % 2 == 0 ? first : second).SendAsync(SignIn);
            errors.AddRange(answer.ErrorTypes);
        }

        Assert.Equal(10, errors.Count(type => type == "user_invalid_credentials"));
        Assert.Equal(2, errors.Count(type => type == "general_rate_limit_exceeded"));
    }

    [Fact]
    public async Task Without_redis_nobody_may_guess_but_those_signed_in_go_on()
    {
        await using var server = await RedisServer.StartAsync();
        await using var host = await StartAsync(server);
        using var user = await host.NewUserAsync();
        using var guest = host.Guest();

        await server.KillAsync();
        var guess = await guest.SendAsync(SignIn);
        var reading = await user.SendAsync("{ accountGet { name } }");
        var ready = await guest.GetAsync("/health/ready");
        var ending = await user.SendAsync("""mutation { accountDeleteSession(sessionId: "current") { status } }""");
        await server.StartAsync();
        await IsReadyAsync(guest);
        var again = await guest.SendAsync(SignIn);

        Assert.Equal(["general_unknown"], guess.ErrorTypes);
        reading.MustSucceed();
        Assert.Equal(503, ready.Status);
        ending.MustSucceed();
        Assert.Equal(["user_invalid_credentials"], again.ErrorTypes);
    }

    private static async Task IsReadyAsync(GraphQLClient client)
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await client.GetAsync("/health/ready")).Status == 200) return;
            await Task.Delay(100);
        }

        Assert.Fail("Redis is back and the gateway does not see it.");
    }

    // The pause of the circuit follows the clock, which has to go on here.
    private static Task<GatewayHost> StartAsync(RedisServer server) => GatewayHost.StartAsync(
        services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)),
        "RateLimits:Provider=Redis", $"RateLimits:Redis:ConnectionString={server.Address}");
}
