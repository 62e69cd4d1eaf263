using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class GetAccountTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task The_account_is_shown_whole()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync($"{{ accountGet {Fields.User} }}");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task A_guest_is_told_which_scope_is_missing()
    {
        using var guest = _host.Guest();

        var answer = await guest.SendAsync("{ accountGet { _id } }");

        Assert.Equal(200, answer.Status);
        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task The_last_access_moves_once_a_day()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        var first = await AccessedAtAsync();

        host.Clock.Advance(TimeSpan.FromHours(23));
        var sameDay = await AccessedAtAsync();
        host.Clock.Advance(TimeSpan.FromHours(2));
        var nextDay = await AccessedAtAsync();

        Assert.Equal(first, sameDay);
        Assert.NotEqual(first, nextDay);

        async Task<string?> AccessedAtAsync() =>
            (await user.ValueOfAsync("{ accountGet { accessedAt } }")).GetProperty("accessedAt").GetString();
    }
}
