namespace AccountGraph.Gateway.Tests.Http;

public sealed class ApiKeyTests
{
    private const string Key = "standard_0a1b2c";

    private static readonly string[] Settings =
    [
        $"Projects:default:Keys:server:Secret={Key}",
        "Projects:default:Keys:server:Scopes:0=sessions.write",
    ];

    [Fact]
    public async Task Secrets_are_shown_to_keys_alone()
    {
        await using var host = await GatewayHost.StartAsync(Settings);
        using var server = host.WithKey(Key);
        const string Open = "mutation { accountCreateAnonymousSession { secret } }";
        const string Code =
            "mutation { accountCreateEmailToken(userId: \"unique()\", email: \"x@example.com\") { userId secret } }";

        var session = await server.ValueOfAsync(Open);
        server.Cookies.Clear();
        var code = await server.ValueOfAsync(Code);
        using var guest = host.Guest();
        var guestCode = await guest.ValueOfAsync(Code);
        var guestSession = await guest.ValueOfAsync(Open);

        using var user = host.WithSession(session.GetProperty("secret").GetString()!);
        await user.ValueOfAsync("{ accountGet { _id } }");
        Assert.Matches(@"^\d{6}$", code.GetProperty("secret").GetString());
        Assert.Equal("", guestSession.GetProperty("secret").GetString());
        Assert.Equal("", guestCode.GetProperty("secret").GetString());
    }

    [Fact]
    public async Task Keys_are_not_limited_and_get_no_limit_headers()
    {
        await using var host = await GatewayHost.StartAsync(Settings);
        using var server = host.WithKey(Key);
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);

        for (var call = 0; call < 12; call++)
        {
            var answer = await server.SendAsync(
                """
                mutation ($email: String!) {
                  accountCreateEmailPasswordSession(email: $email, password: "wrong-password") { _id }
                }
                """,
                new { email });
            Assert.Equal("user_invalid_credentials 401", answer.OnlyError);
            Assert.Null(answer.Header("X-RateLimit-Limit"));
        }
    }

    [Fact]
    public async Task A_key_tells_of_its_own_visitor()
    {
        await using var host = await GatewayHost.StartAsync(Settings);
        const string Open = "mutation { accountCreateAnonymousSession { ip clientName } }";
        using var server = host.WithKey(Key);
        using var guest = host.Guest();
        foreach (var client in (GraphQLClient[])[server, guest])
        {
            client.Headers["User-Agent"] = "curl/8.0";
            client.Headers["X-Forwarded-User-Agent"] = TestAgents.ChromeOnAndroid;
            client.Headers["X-Forwarded-For"] = "203.0.113.9, 198.51.100.1";
        }

        var byKey = await server.ValueOfAsync(Open);
        var byGuest = await guest.ValueOfAsync(Open);

        Assert.Equal("Chrome Mobile", byKey.GetProperty("clientName").GetString());
        Assert.Equal("203.0.113.9", byKey.GetProperty("ip").GetString());
        Assert.Equal("curl", byGuest.GetProperty("clientName").GetString());
        Assert.Equal("127.0.0.1", byGuest.GetProperty("ip").GetString());
    }

    [Fact]
    public async Task A_key_ends_with_its_date_and_opens_one_project_only()
    {
        await using var host = await GatewayHost.StartAsync(
            [.. Settings, "Projects:default:Keys:server:Expire=2026-01-03T00:00:00Z", "Projects:other:Name=Other"]);
        using var server = host.WithKey(Key);
        const string Open = "mutation { accountCreateAnonymousSession { _id } }";

        await server.ValueOfAsync(Open);
        server.Headers["X-Appwrite-Project"] = "other";
        Assert.Equal("user_unauthorized 401", await server.ErrorOfAsync(Open));
        server.Headers.Remove("X-Appwrite-Project");
        server.Cookies.Clear();
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("project_key_expired 401", await server.ErrorOfAsync(Open));
    }
}
