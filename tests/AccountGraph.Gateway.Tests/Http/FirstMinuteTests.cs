namespace AccountGraph.Gateway.Tests.Http;

/// <summary>What the README promises a newcomer.</summary>
public sealed class FirstMinuteTests
{
    [Fact]
    public async Task A_newcomer_registers_signs_in_and_reads_the_account()
    {
        await using var host = await GatewayHost.StartAsync();
        using var client = await host.NewUserAsync();

        var answer = await client.SendAsync("{ accountGet { name status } }");

        Assert.Equal("Ada Lovelace", answer.MustSucceed()["accountGet"].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Fifty_aliases_of_a_sign_in_try_no_more_passwords_than_the_limit()
    {
        await using var host = await GatewayHost.StartAsync("GraphQL:MaxAliases=100");
        using var guest = host.Guest();
        var fields = Enumerable.Range(0, 50).Select(i =>
            $$"""a{{i}}: accountCreateEmailPasswordSession(email: "x@y.org", password: "wrong-{{i:0000}}") { _id }""");

        var answer = await guest.SendAsync($"mutation {{ {string.Join(' ', fields)} }}");

        Assert.Equal(10, answer.ErrorTypes.Count(type => type == "user_invalid_credentials"));
        Assert.Equal(40, answer.ErrorTypes.Count(type => type == "general_rate_limit_exceeded"));
    }
}
