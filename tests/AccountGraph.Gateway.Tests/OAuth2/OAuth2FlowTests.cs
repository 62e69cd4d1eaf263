using System.Text.Json;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>The walk itself, and everybody who would like to take part in it uninvited.</summary>
public sealed class OAuth2FlowTests : IAsyncLifetime
{
    private FakeOAuth2Provider? _provider;
    private GatewayHost? _host;

    private FakeOAuth2Provider Provider => _provider!;

    private GatewayHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeOAuth2Provider.StartAsync();
        _host = await GatewayHost.StartAsync(
        [
            "RateLimits:Enabled=false",
            "Projects:default:Platforms:0=app.example.com",
            .. _provider.Settings("google"),
            .. _provider.Settings("discord"),
            "Projects:default:OAuth2:github:AppId=half-set-up",
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_walk_ends_signed_in_at_the_success_address()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);

        var ended = await walk.GoAsync("google");

        OAuth2Walk.MustSucceed(ended);
        Assert.Contains("no-store", ended.Header("Cache-Control"), StringComparison.Ordinal);
        var session = (await browser.SendAsync(
            """{ accountGetSession(sessionId: "current") { provider providerUid factors providerRefreshToken } }"""))
            .MustSucceed()["accountGetSession"];
        Assert.Equal("google", session.GetProperty("provider").GetString());
        Assert.Equal("ada-1", session.GetProperty("providerUid").GetString());
        Assert.Equal(["email", "oauth2"], session.GetProperty("factors").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(FakeOAuth2Provider.RefreshToken, session.GetProperty("providerRefreshToken").GetString());
        var logs = (await browser.SendAsync("{ accountListLogs { logs { event } } }")).MustSucceed()["accountListLogs"];
        var entry = Assert.Single(logs.GetProperty("logs").EnumerateArray());
        Assert.Equal("session.create", entry.GetProperty("event").GetString());
        Assert.DoesNotContain(browser.Cookies.Keys, name => name.StartsWith("a_oauth2_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_walk_sets_no_cookie_and_its_secret_opens_a_session_once()
    {
        using var browser = Host.Guest();

        var ended = await new OAuth2Walk(browser, Provider).GoAsync("google", forToken: true);

        Assert.Empty(browser.Cookies);
        var query = OAuth2Walk.QueryOf(ended.Header("Location")!);
        Assert.Equal(64, query["secret"].Length);
        Assert.Equal("test", query["from"]);
        const string exchange =
            """
            mutation ($userId: String!, $secret: String!) {
              accountCreateSession(userId: $userId, secret: $secret) { provider }
            }
            """;
        using var app = Host.Guest();
        var opened = await app.SendAsync(exchange, new { userId = query["userId"], secret = query["secret"] });
        Assert.Equal("oauth2", opened.MustSucceed()["accountCreateSession"].GetProperty("provider").GetString());
        using var second = Host.Guest();
        var again = await second.SendAsync(exchange, new { userId = query["userId"], secret = query["secret"] });
        Assert.Equal("user_invalid_token 401", again.OnlyError);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://app.example.com.evil.example/")]
    [InlineData("https://app.example.com@evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("javascript://app.example.com/%0aalert(1)")]
    [InlineData("https://evil.example\\.app.example.com/")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_a_foreign_host(string url)
    {
        using var browser = Host.Guest();

        foreach (var name in (string[])["success", "failure"])
        {
            var answer = await browser.GetAsync(
                $"/v1/account/sessions/oauth2/google?{name}={Uri.EscapeDataString(url)}");

            Assert.Equal("general_argument_invalid", TypeOf(answer));
            Assert.Null(answer.Header("Location"));
            Assert.Empty(browser.Cookies);
        }
    }

    [Fact]
    public async Task A_foreign_state_and_a_missing_cookie_go_nowhere()
    {
        using var attacker = Host.Guest();
        var own = new OAuth2Walk(attacker, Provider);
        await own.StartAsync("google");
        var code = own.Agree();

        // Login CSRF: the victim's browser is sent to the callback with the attacker's code and state.
        using var victim = Host.Guest();
        var answer = await new OAuth2Walk(victim, Provider)
            .ReturnAsync("google", ("code", code), ("state", own.State));
        Assert.Equal("general_server_error", TypeOf(answer));

        // The same with a walk of the victim's own under way.
        var theirs = new OAuth2Walk(victim, Provider);
        await theirs.StartAsync("google");
        Assert.Equal("general_server_error", TypeOf(
            await theirs.ReturnAsync("google", ("code", code), ("state", own.State))));
        Assert.Equal("general_server_error", TypeOf(await theirs.ReturnAsync("google", ("code", code))));
        var forged = theirs.State[..63] + (theirs.State[63] == '0' ? '1' : '0');
        Assert.Equal("general_server_error", TypeOf(
            await theirs.ReturnAsync("google", ("code", code), ("state", forged))));
        Assert.DoesNotContain(Provider.Requests, request => request.Line == "POST /token");
        Assert.DoesNotContain("a_session_default", victim.Cookies.Keys);
    }

    [Fact]
    public async Task The_answer_of_another_provider_is_refused()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");

        var answer = await walk.ReturnAsync("discord", ("code", walk.Agree()), ("state", walk.State));

        Assert.Equal("general_server_error", TypeOf(answer));
        Assert.Empty(Provider.Requests);
    }

    [Fact]
    public async Task A_walk_can_be_ended_once_by_one_of_many()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");
        var cookies = browser.Cookies.ToDictionary();
        var code = walk.Agree();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var copy = Host.Guest();
            foreach (var (name, value) in cookies) copy.Cookies[name] = value;
            return await new OAuth2Walk(copy, Provider).ReturnAsync("google", ("code", code), ("state", walk.State));
        }));

        Assert.Single(answers, answer => answer.Header("Location") == OAuth2Walk.Success);
        Assert.Equal(
            Enumerable.Repeat("user_invalid_token", 7),
            answers.Where(answer => answer.Header("Location") != OAuth2Walk.Success).Select(OAuth2Walk.ErrorOf));
        Assert.Single(Provider.Requests, request => request.Line == "POST /token");
    }

    [Fact]
    public async Task A_walk_ends_after_fifteen_minutes()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");
        Host.Clock.Advance(TimeSpan.FromSeconds(901));

        var answer = await walk.ReturnAsync("google", ("code", walk.Agree()), ("state", walk.State));

        Assert.Equal("user_invalid_token", OAuth2Walk.ErrorOf(answer));
    }

    [Fact]
    public async Task Providers_that_are_unknown_or_off_say_so()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);

        Assert.Equal("general_argument_invalid", TypeOf(await walk.StartAsync("Google")));
        Assert.Equal("general_argument_invalid", TypeOf(await walk.StartAsync("nobody")));
        Assert.Equal("project_provider_disabled", TypeOf(await walk.StartAsync("slack")));
        Assert.Equal("project_provider_disabled", TypeOf(await walk.StartAsync("github")));
        Assert.Equal("project_not_found", TypeOf(await walk.StartAsync("google", more: "&project=other")));
    }

    [Fact]
    public async Task Extra_scopes_join_the_default_ones_once()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);

        await walk.StartAsync("discord", more: "&scopes[]=guilds&scopes[]=email");

        Assert.Equal("identify email guilds", walk.Query["scope"]);
        Assert.Equal(
            "http://localhost:5080/v1/account/sessions/oauth2/callback/discord/default", walk.Query["redirect_uri"]);
        Assert.Equal("S256", walk.Query["code_challenge_method"]);
        Assert.Matches("^[0-9a-f]{64}$", walk.State);
    }

    [Fact]
    public async Task The_cookie_of_a_walk_is_sealed_and_stays_with_its_browser()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);

        var cookie = (await walk.StartAsync("google")).Header("Set-Cookie")!;

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=900", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/v1/account/sessions/oauth2", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("localhost", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_declines_is_told_so_at_the_failure_address()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");

        var answer = await walk.ReturnAsync("google", ("error", "access_denied"), ("state", walk.State));

        var error = JsonElement.Parse(OAuth2Walk.QueryOf(answer.Header("Location")!)["error"]);
        Assert.Equal("user_oauth2_provider_error", error.GetProperty("type").GetString());
        Assert.Equal(424, error.GetProperty("code").GetInt32());
        Assert.Contains("access_denied", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string? TypeOf(GraphQLAnswer answer) =>
        answer.Json.TryGetProperty("type", out var type) ? type.GetString() : null;
}
