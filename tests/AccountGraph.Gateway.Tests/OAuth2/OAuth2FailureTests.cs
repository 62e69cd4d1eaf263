using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AccountGraph.Gateway.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>Providers that fail, stall, lie or are somebody else.</summary>
public sealed class OAuth2FailureTests : IAsyncLifetime
{
    private readonly RecordingLogger _log = new();
    private FakeOAuth2Provider? _provider;
    private GatewayHost? _host;

    private FakeOAuth2Provider Provider => _provider!;

    private GatewayHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeOAuth2Provider.StartAsync();
        _host = await GatewayHost.StartAsync(
            services =>
            {
                services.AddHttpClient(OAuth2Setup.Client).ConfigureHttpClient(
                    http => http.Timeout = TimeSpan.FromSeconds(2));
                services.AddSingleton<ILoggerProvider>(_log);
            },
            [
                "RateLimits:Enabled=false",
                "Logging:LogLevel:Default=Trace",
                .. _provider.Settings("google", "secret-of-the-app"),
                .. _provider.Settings("facebook", "secret-of-the-app"),
                .. _provider.Settings("disqus", "secret-of-the-app"),
                .. _provider.DiscoverySettings(),
            ]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData(400, "user_oauth2_bad_request")]
    [InlineData(401, "user_oauth2_unauthorized")]
    [InlineData(403, "user_oauth2_provider_error")]
    [InlineData(503, "user_oauth2_provider_error")]
    public async Task A_refusal_of_the_provider_is_told_without_its_words(int status, string type)
    {
        Func<HttpContext, Task> refuse = async http =>
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync("secret-words-of-the-provider");
        };
        foreach (var atToken in (bool[])[true, false])
        {
            Provider.InsteadOfToken = atToken ? refuse : null;
            Provider.InsteadOfUser = atToken ? null : refuse;

            var answer = await WalkAsync("google");

            Assert.Equal(type, OAuth2Walk.ErrorOf(answer));
            Assert.DoesNotContain("secret-words", answer.Header("Location"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_provider_that_sends_us_elsewhere_is_not_followed()
    {
        Provider.InsteadOfToken = http =>
        {
            http.Response.Redirect($"{Provider.Address}/user", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(await WalkAsync("google")));
        Assert.DoesNotContain(Provider.Requests, request => request.Line.EndsWith("/user", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_stalls_is_given_up()
    {
        Provider.InsteadOfToken = http => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(await WalkAsync("google")));
    }

    [Fact]
    public async Task A_provider_that_trickles_its_answer_is_given_up()
    {
        Provider.InsteadOfToken = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(" ");
                await http.Response.Body.FlushAsync();
                await Task.Delay(100, http.RequestAborted);
            }
        };

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(await WalkAsync("google")));
    }

    [Theory]
    [InlineData("""{"access_token":"x","filler":"@@"}""")]
    [InlineData("@@")]
    public async Task A_huge_answer_is_not_read(string answer)
    {
        Provider.InsteadOfToken = http => http.Response.WriteAsync(
            answer.Replace("@@", new string('x', 2 * 1024 * 1024), StringComparison.Ordinal));

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(await WalkAsync("google")));
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant"}""", "user_oauth2_bad_request")]
    [InlineData("{}", "user_oauth2_provider_error")]
    [InlineData("""{"access_token":["x"]}""", "user_oauth2_provider_error")]
    [InlineData("{\"access_token\":\"x\\r\\nX-Injected: 1\"}", "user_oauth2_provider_error")]
    [InlineData("<html>", "user_oauth2_provider_error")]
    [InlineData("{\"access_token\":", "user_oauth2_provider_error")]
    [InlineData("", "user_oauth2_provider_error")]
    public async Task A_token_reply_without_a_token_is_an_error(string reply, string type)
    {
        Provider.InsteadOfToken = http => http.Response.WriteAsync(reply);

        Assert.Equal(type, OAuth2Walk.ErrorOf(await WalkAsync("google")));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_an_error_at_the_failure_address()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("google");
        await Provider.DisposeAsync();
        _provider = null;

        var answer = await walk.ReturnAsync("google", ("code", "any"), ("state", walk.State));

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(answer));
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("RS256")]
    public async Task An_id_token_of_the_discovered_provider_is_accepted(string algorithm)
    {
        Provider.Algorithm = algorithm;

        OAuth2Walk.MustSucceed(await WalkAsync("oidc"));
    }

    public static TheoryData<string, string> Lies => new()
    {
        { "iss", "\"https://accounts.example.com\"" },
        { "aud", "\"another-app\"" },
        { "aud", """["app-oidc","another-app"]""" },
        { "nonce", "\"of-another-walk\"" },
        { "nonce", "null" },
        { "exp", "1000" },
        { "exp", "null" },
        { "iat", "99999999999" },
        { "sub", "\"somebody-else\"" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task An_id_token_that_is_not_for_this_walk_is_refused(string claim, string value)
    {
        Provider.Claims = claims => claims[claim] = JsonNode.Parse(value);

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(await WalkAsync("oidc")));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("foreign")]
    public async Task An_id_token_that_the_provider_has_not_signed_is_refused(string how)
    {
        if (how == "foreign") Provider.SignsWithForeignKey = true;
        else Provider.Algorithm = how;

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(await WalkAsync("oidc")));
    }

    [Theory]
    [InlineData("issuer", "https://accounts.example.com")]
    [InlineData("token_endpoint", "http://evil.example/token")]
    [InlineData("jwks_uri", "http://evil.example/keys")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    public async Task A_discovery_document_that_speaks_for_others_is_refused(string member, string value)
    {
        Provider.Discovery = document => document[member] = value;
        using var browser = Host.Guest();

        var answer = await new OAuth2Walk(browser, Provider).StartAsync("oidc");

        Assert.Equal("user_oauth2_provider_error", answer.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_answer_of_another_issuer_is_a_mix_up()
    {
        using var browser = Host.Guest();
        var walk = new OAuth2Walk(browser, Provider);
        await walk.StartAsync("oidc");

        var answer = await walk.ReturnAsync(
            "oidc", ("code", walk.Agree()), ("state", walk.State), ("iss", "https://evil.example"));

        Assert.Equal("user_oauth2_provider_error", OAuth2Walk.ErrorOf(answer));
        Assert.DoesNotContain(Provider.Requests, request => request.Line == "POST /token");
    }

    [Fact]
    public async Task No_secret_reaches_a_log_or_an_address()
    {
        var seen = new List<string?>();
        foreach (var key in (string[])["google", "facebook", "disqus", "oidc"])
        {
            foreach (var fails in (bool[])[false, true])
            {
                Provider.InsteadOfUser = fails ? http => http.Response.WriteAsync("{") : null;
                seen.Add((await WalkAsync(key)).Header("Location"));
            }
        }

        var written = string.Join('\n', _log.Lines.Concat(seen.OfType<string>()));
        Assert.Contains("A walk to", written, StringComparison.Ordinal);
        foreach (var secret in (string[])
            ["secret-of-the-app", "app-secret", FakeOAuth2Provider.AccessToken, FakeOAuth2Provider.RefreshToken, "eyJ"])
        {
            Assert.DoesNotContain(secret, written, StringComparison.Ordinal);
        }
    }

    private async Task<GraphQLAnswer> WalkAsync(string key)
    {
        using var browser = Host.Guest();
        return await new OAuth2Walk(browser, Provider).GoAsync(key);
    }

    private sealed class RecordingLogger : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
