using System.Text.Json;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>Which account a provider's account opens, and which it never does.</summary>
public sealed class OAuth2AccountTests : IAsyncLifetime
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
            .. _provider.Settings("google"),
            .. _provider.Settings("discord"),
            "Projects:trusting:Auth:OAuthTrustUnverifiedEmail=true",
            .. _provider.Settings("google", project: "trusting"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
    }

    [Fact]
    public async Task The_same_account_at_the_provider_opens_the_same_user()
    {
        using var first = Host.Guest();
        using var second = Host.Guest();

        await new OAuth2Walk(first, Provider).GoAsync("google");
        await new OAuth2Walk(second, Provider).GoAsync("google");

        Assert.Equal(await UserIdAsync(first), await UserIdAsync(second));
        Assert.Single(await IdentitiesAsync(second));
    }

    [Fact]
    public async Task A_verified_address_joins_the_account_that_has_verified_it()
    {
        using var first = Host.Guest();
        using var second = Host.Guest();
        Says("one", "join@example.com", isVerified: true);
        await new OAuth2Walk(first, Provider).GoAsync("google");

        Provider.User = """{"id":"two","email":"JOIN@example.com","verified":true,"username":"Ada"}""";
        OAuth2Walk.MustSucceed(await new OAuth2Walk(second, Provider).GoAsync("discord"));

        Assert.Equal(await UserIdAsync(first), await UserIdAsync(second));
        Assert.Equal(2, (await IdentitiesAsync(second)).Count);
    }

    [Fact]
    public async Task An_unverified_address_joins_nobody_and_reserves_nothing()
    {
        using var owner = Host.Guest();
        Says("one", "owner@example.com", isVerified: true);
        await new OAuth2Walk(owner, Provider).GoAsync("google");

        using var thief = Host.Guest();
        Says("two", "owner@example.com", isVerified: false);
        Assert.Equal("general_bad_request", OAuth2Walk.ErrorOf(await WalkAsync(thief)));
        Assert.DoesNotContain("a_session_default", thief.Cookies.Keys);

        Says("three", "later@example.com", isVerified: false);
        OAuth2Walk.MustSucceed(await new OAuth2Walk(thief, Provider).GoAsync("google"));
        var account = (await thief.SendAsync("{ accountGet { email } }")).MustSucceed()["accountGet"];
        Assert.Equal("", account.GetProperty("email").GetString());
        await Host.RegisterAsync("later@example.com");
    }

    [Fact]
    public async Task An_account_made_beforehand_with_somebodys_address_is_not_walked_into()
    {
        await Host.RegisterAsync("victim@example.com");
        using var victim = Host.Guest();
        Says("one", "victim@example.com", isVerified: true);

        var answer = await new OAuth2Walk(victim, Provider).GoAsync("google");

        Assert.Equal("general_bad_request", OAuth2Walk.ErrorOf(answer));
    }

    [Fact]
    public async Task A_project_may_trust_providers_that_do_not_say()
    {
        using var browser = Host.Guest();
        browser.Headers["X-Appwrite-Project"] = "trusting";
        Says("one", "trusted@example.com", isVerified: false);
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");

        var ended = await browser.GetAsync(
            $"/v1/account/sessions/oauth2/google/redirect?code={walk.Agree()}&state={walk.State}");

        OAuth2Walk.MustSucceed(ended);
        var answer = await browser.SendAsync("{ accountGet { email emailVerification } }");
        var account = answer.MustSucceed()["accountGet"];
        Assert.Equal("trusted@example.com", account.GetProperty("email").GetString());
        Assert.True(account.GetProperty("emailVerification").GetBoolean());
    }

    [Fact]
    public async Task Without_an_address_nobody_new_comes_in()
    {
        using var browser = Host.Guest();
        Provider.User = """{"sub":"one","name":"Nobody"}""";
        Assert.Equal("user_unauthorized", OAuth2Walk.ErrorOf(await WalkAsync(browser)));

        Provider.User = """{"email":"ada@example.com","email_verified":true}""";
        Assert.Equal("user_missing_id", OAuth2Walk.ErrorOf(await WalkAsync(browser)));
    }

    [Fact]
    public async Task Somebody_signed_in_gains_an_identity_and_a_new_session()
    {
        using var browser = await Host.NewUserAsync();
        var id = await UserIdAsync(browser);
        var before = browser.Cookies["a_session_default"];
        Says("one", "second@example.com", isVerified: true);

        OAuth2Walk.MustSucceed(await new OAuth2Walk(browser, Provider).GoAsync("google"));

        Assert.Equal(id, await UserIdAsync(browser));
        Assert.Single(await IdentitiesAsync(browser));
        Assert.NotEqual(before, browser.Cookies["a_session_default"]);
        var sessions = (await browser.SendAsync("{ accountListSessions { total } }")).MustSucceed();
        Assert.Equal(1, sessions["accountListSessions"].GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_identity_belongs_to_one_account()
    {
        using var owner = Host.Guest();
        Says("one", "owner@example.com", isVerified: true);
        await new OAuth2Walk(owner, Provider).GoAsync("google");

        using var other = await Host.NewUserAsync();
        Assert.Equal("user_already_exists", OAuth2Walk.ErrorOf(await WalkAsync(other)));
        Says("two", "owner@example.com", isVerified: true);
        Assert.Equal("user_already_exists", OAuth2Walk.ErrorOf(await WalkAsync(other)));
        Assert.Empty(await IdentitiesAsync(other));
    }

    [Fact]
    public async Task A_walk_begun_by_a_guest_does_not_link_the_account_signed_in_to_meanwhile()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");
        using var user = await Host.NewUserAsync();
        foreach (var (name, value) in user.Cookies) browser.Cookies[name] = value;

        var answer = await walk.ReturnAsync("google", ("code", walk.Agree()), ("state", walk.State));

        Assert.Equal("general_bad_request", OAuth2Walk.ErrorOf(answer));
        Assert.Empty(await IdentitiesAsync(user));
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        using var browser = Host.Guest();
        Says("one", "unproved@example.com", isVerified: false);
        await new OAuth2Walk(browser, Provider).GoAsync("google");
        var only = Assert.Single(await IdentitiesAsync(browser));
        Assert.Equal("general_bad_request 400", (await RemoveAsync(browser, only)).OnlyError);

        Provider.User = """{"id":"two","email":"unproved@example.com","verified":false,"username":"Ada"}""";
        OAuth2Walk.MustSucceed(await new OAuth2Walk(browser, Provider).GoAsync("discord"));
        var both = await IdentitiesAsync(browser);
        Assert.Equal(2, both.Count);

        await Task.WhenAll(both.Select(async id =>
        {
            using var copy = Host.Guest();
            foreach (var (name, value) in browser.Cookies) copy.Cookies[name] = value;
            await RemoveAsync(copy, id);
        }));

        Assert.Single(await IdentitiesAsync(browser));
    }

    [Fact]
    public async Task An_identity_beside_an_address_can_go()
    {
        using var browser = Host.Guest();
        Says("one", "proved@example.com", isVerified: true);
        await new OAuth2Walk(browser, Provider).GoAsync("google");

        (await RemoveAsync(browser, Assert.Single(await IdentitiesAsync(browser)))).MustSucceed();

        Assert.Empty(await IdentitiesAsync(browser));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_after_a_provider_too()
    {
        using var browser = Host.Guest();
        Says("one", "careful@example.com", isVerified: true);
        await new OAuth2Walk(browser, Provider).GoAsync("google");
        (await browser.SendAsync("mutation { accountUpdateMFA(mfa: true) { mfa } }")).MustSucceed();

        using var second = Host.Guest();
        OAuth2Walk.MustSucceed(await new OAuth2Walk(second, Provider).GoAsync("google"));

        Assert.Equal("user_more_factors_required 401", (await second.SendAsync("{ accountGet { _id } }")).OnlyError);
    }

    [Fact]
    public async Task A_blocked_user_stays_out()
    {
        using var browser = Host.Guest();
        Says("one", "blocked@example.com", isVerified: true);
        await new OAuth2Walk(browser, Provider).GoAsync("google");
        (await browser.SendAsync("mutation { accountUpdateStatus { status } }")).MustSucceed();
        browser.Cookies.Clear();

        var answer = await new OAuth2Walk(browser, Provider).GoAsync("google");

        Assert.Equal("user_blocked", OAuth2Walk.ErrorOf(answer));
    }

    [Fact]
    public async Task Updating_the_session_refreshes_the_tokens_of_the_provider()
    {
        const string update =
            """
            mutation {
              accountUpdateSession(sessionId: "current") { providerAccessToken providerRefreshToken }
            }
            """;
        using var browser = Host.Guest();
        await new OAuth2Walk(browser, Provider).GoAsync("google");
        Provider.TokenReply = reply =>
        {
            reply["access_token"] = "a-newer-one";
            reply.Remove("refresh_token");
        };

        var session = (await browser.SendAsync(update)).MustSucceed()["accountUpdateSession"];

        Assert.Equal("a-newer-one", session.GetProperty("providerAccessToken").GetString());
        Assert.Equal(FakeOAuth2Provider.RefreshToken, session.GetProperty("providerRefreshToken").GetString());
        var sent = Provider.Requests.Last();
        Assert.Equal("refresh_token", sent.Fields["grant_type"]);
        Assert.Equal(FakeOAuth2Provider.RefreshToken, sent.Fields["refresh_token"]);

        Provider.InsteadOfToken = http =>
        {
            http.Response.StatusCode = 401;
            return Task.CompletedTask;
        };
        Assert.Equal("user_oauth2_unauthorized 401", (await browser.SendAsync(update)).OnlyError);
    }

    private void Says(string id, string email, bool isVerified) => Provider.User = JsonSerializer.Serialize(
        new { sub = id, email, email_verified = isVerified, name = "Ada" });

    private Task<GraphQLAnswer> WalkAsync(GraphQLClient browser) => new OAuth2Walk(browser, Provider).GoAsync("google");

    private static async Task<string?> UserIdAsync(GraphQLClient client) =>
        (await client.SendAsync("{ accountGet { _id } }")).MustSucceed()["accountGet"].GetProperty("_id").GetString();

    private static async Task<IReadOnlyList<string>> IdentitiesAsync(GraphQLClient client)
    {
        var answer = await client.SendAsync("{ accountListIdentities { identities { _id } } }");
        var list = answer.MustSucceed()["accountListIdentities"].GetProperty("identities");
        return [.. list.EnumerateArray().Select(identity => identity.GetProperty("_id").GetString()!)];
    }

    private static Task<GraphQLAnswer> RemoveAsync(GraphQLClient client, string id) => client.SendAsync(
        "mutation ($id: String!) { accountDeleteIdentity(identityId: $id) { status } }", new { id });
}
