using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Sessions;

public sealed class UpdateSessionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Extend =
        "mutation ($id: String!) { accountUpdateSession(sessionId: $id) { _id expire current secret } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task An_extended_session_is_shown()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync(
            $"mutation {{ accountUpdateSession(sessionId: \"current\") {Fields.Session} }}");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task The_session_and_its_cookies_live_on()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:Duration=3600");
        using var user = await host.NewUserAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(50));

        var answer = (await user.SendAsync(Extend, new { id = "current" })).MustSucceed();
        host.Clock.Advance(TimeSpan.FromMinutes(50));

        await user.ValueOfAsync("{ accountGet { _id } }");
        Assert.Contains("expires=Fri, 02 Jan 2026 04:54:05 GMT", answer.Header("Set-Cookie"));
    }

    [Fact]
    public async Task Another_session_is_extended_without_touching_the_cookies()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);
        var id = (await first.ValueOfAsync(Extend, new { id = "current" })).GetProperty("_id").GetString();

        var answer = (await second.SendAsync(Extend, new { id })).MustSucceed();

        Assert.Null(answer.Header("Set-Cookie"));
        Assert.False(answer["accountUpdateSession"].GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task An_unknown_session_is_not_found()
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal("user_session_not_found 404", await user.ErrorOfAsync(Extend, new { id = "nothing" }));
        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Extend, new { id = "not an id" }));
    }

    [Fact]
    public async Task Ten_calls_an_hour()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        for (var call = 0; call < 10; call++) await user.ValueOfAsync(Extend, new { id = "current" });

        Assert.Equal("general_rate_limit_exceeded 429", await user.ErrorOfAsync(Extend, new { id = "current" }));
    }
}
