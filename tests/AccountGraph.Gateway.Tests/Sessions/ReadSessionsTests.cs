using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Sessions;

/// <summary>accountListSessions and accountGetSession.</summary>
public sealed class ReadSessionsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Get = "query ($id: String!) { accountGetSession(sessionId: $id) { _id current secret } }";
    private const string List = "{ accountListSessions { total sessions { _id current secret } } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task Sessions_are_listed()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        Snapshot.Match((await user.SendAsync($"{{ accountListSessions {Fields.SessionList} }}")).Body);
    }

    [Fact]
    public async Task A_session_is_shown()
    {
        await _host.RegisterAsync("grace@example.com");
        using var user = await _host.SignInAsync("grace@example.com");

        var answer = await user.SendAsync($"{{ accountGetSession(sessionId: \"current\") {Fields.Session} }}");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task Only_the_session_behind_the_request_is_current_and_no_secret_is_shown()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);
        var own = (await second.ValueOfAsync(Get, new { id = "current" })).GetProperty("_id").GetString();
        var other = (await first.ValueOfAsync(Get, new { id = "current" })).GetProperty("_id").GetString();

        var sessions = (await second.ValueOfAsync(List)).GetProperty("sessions").EnumerateArray().ToList();

        Assert.Equal(2, sessions.Count);
        var current = Assert.Single(sessions, session => session.GetProperty("current").GetBoolean());
        Assert.Equal(own, current.GetProperty("_id").GetString());
        Assert.All(sessions, session => Assert.Equal("", session.GetProperty("secret").GetString()));
        Assert.False((await second.ValueOfAsync(Get, new { id = other })).GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task Another_users_session_is_not_found()
    {
        using var user = await _host.NewUserAsync();
        using var stranger = await _host.NewUserAsync();
        var id = (await stranger.ValueOfAsync(Get, new { id = "current" })).GetProperty("_id").GetString();

        Assert.Equal("user_session_not_found 404", await user.ErrorOfAsync(Get, new { id }));
        Assert.Equal("user_session_not_found 404", await user.ErrorOfAsync(Get, new { id = "nothing" }));
        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Get, new { id = "" }));
        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Get, new { id = "../x" }));
    }

    [Fact]
    public async Task Expired_sessions_are_left_out()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:Duration=3600");
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);
        using var first = await host.SignInAsync(email);
        host.Clock.Advance(TimeSpan.FromMinutes(40));
        using var second = await host.SignInAsync(email);
        host.Clock.Advance(TimeSpan.FromMinutes(40));

        Assert.Equal(1, (await second.ValueOfAsync(List)).GetProperty("total").GetInt32());
    }
}
