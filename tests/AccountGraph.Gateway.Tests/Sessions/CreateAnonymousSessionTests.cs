using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Sessions;

public sealed class CreateAnonymousSessionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_visitor_gets_a_session_without_telling_who_he_is()
    {
        using var guest = _host.Guest();

        var answer = await guest.SendAsync($"mutation {{ accountCreateAnonymousSession {Fields.Session} }}");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task The_account_behind_it_is_empty()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");

        Snapshot.Match((await user.SendAsync($"{{ accountGet {Fields.User} }}")).Body);
    }

    [Fact]
    public async Task Fifty_sessions_an_hour_from_one_address()
    {
        await using var host = await GatewayHost.StartAsync();
        using var guest = host.Guest();

        for (var call = 0; call < 50; call++)
        {
            guest.Cookies.Clear();
            await guest.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");
        }

        guest.Cookies.Clear();
        Assert.Equal(
            "general_rate_limit_exceeded 429",
            await guest.ErrorOfAsync("mutation { accountCreateAnonymousSession { _id } }"));
    }
}
