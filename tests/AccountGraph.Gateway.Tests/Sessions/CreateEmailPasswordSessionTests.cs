using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Sessions;

public sealed class CreateEmailPasswordSessionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string SignIn =
        """
        mutation ($email: String!, $password: String!) {
          accountCreateEmailPasswordSession(email: $email, password: $password) { _id userId provider secret }
        }
        """;

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_sign_in_answers_with_the_session()
    {
        await _host.RegisterAsync("ada@example.com");
        using var guest = _host.Guest();
        guest.Headers["User-Agent"] = TestAgents.ChromeOnWindows;

        var answer = await guest.SendAsync(
            $$"""
            mutation ($password: String!) {
              accountCreateEmailPasswordSession(email: "ADA@example.com", password: $password) {{Fields.Session}}
            }
            """,
            new { password = TestUsers.Password });

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task Unknown_user_wrong_password_and_user_without_password_answer_alike()
    {
        var known = TestUsers.NewEmail();
        await _host.RegisterAsync(known);
        using var guest = _host.Guest();

        var wrong = await guest.SendAsync(SignIn, new { email = known, password = "wrong-password" });
        var unknown = await guest.SendAsync(SignIn, new { email = TestUsers.NewEmail(), password = "wrong-password" });

        Assert.Equal("user_invalid_credentials 401", wrong.OnlyError);
        Assert.Equal(wrong.Body, unknown.Body);
        Assert.Empty(guest.Cookies);
    }

    [Theory]
    [InlineData("nobody", "wrong-password")]
    [InlineData("nobody@example.com", "five5")]
    public async Task Malformed_arguments_are_refused_before_anybody_is_looked_up(string email, string password)
    {
        using var guest = _host.Guest();

        Assert.Equal("general_argument_invalid 400", await guest.ErrorOfAsync(SignIn, new { email, password }));
    }

    [Fact]
    public async Task Ten_tries_an_hour_for_an_address_however_it_is_spelled()
    {
        await using var host = await GatewayHost.StartAsync();
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);
        using var guest = host.Guest();

        for (var attempt = 0; attempt < 10; attempt++)
        {
            var spelled = attempt % 2 == 0 ? email : email.ToUpperInvariant();
            Assert.Equal(
                "user_invalid_credentials 401",
                await guest.ErrorOfAsync(SignIn, new { email = spelled, password = "wrong-password" }));
        }

        var right = new { email, password = TestUsers.Password };
        var refused = await guest.SendAsync(SignIn, right);
        Assert.Equal("general_rate_limit_exceeded 429", refused.OnlyError);
        var error = refused.Json.GetProperty("errors")[0].GetProperty("extensions");
        Assert.InRange(error.GetProperty("retryAfter").GetInt32(), 1, 3600);

        host.Clock.Advance(TimeSpan.FromMinutes(61));
        await guest.ValueOfAsync(SignIn, right);
    }

    [Fact]
    public async Task The_eleventh_session_removes_the_oldest()
    {
        await using var host = await GatewayHost.StartAsync("RateLimits:Enabled=false");
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);
        var ids = new List<string>();
        using var guest = host.Guest();

        for (var session = 0; session < 12; session++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            guest.Cookies.Clear();
            var opened = await guest.ValueOfAsync(SignIn, new { email, password = TestUsers.Password });
            ids.Add(opened.GetProperty("_id").GetString()!);
        }

        var list = await guest.ValueOfAsync("{ accountListSessions { total sessions { _id current } } }");
        Assert.Equal(10, list.GetProperty("total").GetInt32());
        Assert.Equal(
            ids.Skip(2), list.GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("_id").GetString()));
    }

    [Fact]
    public async Task Parallel_sign_ins_beyond_the_limit_all_succeed()
    {
        await using var host = await GatewayHost.StartAsync(
            "RateLimits:Enabled=false", "Projects:default:Auth:MaxSessions=3");
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);

        var clients = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SignInAsync(email)));

        using var last = await host.SignInAsync(email);
        var list = await last.ValueOfAsync("{ accountListSessions { total } }");
        Assert.Equal(3, list.GetProperty("total").GetInt32());
        foreach (var client in clients) client.Dispose();
    }

    [Fact]
    public async Task A_session_ends_with_its_time()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:Duration=3600");
        using var user = await host.NewUserAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await user.ValueOfAsync("{ accountGet { _id } }");
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("general_unauthorized_scope 401", await user.ErrorOfAsync("{ accountGet { _id } }"));
    }
}
