using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class CorsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Open = "mutation { accountCreateAnonymousSession { _id } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_preflight_is_answered_with_what_browsers_ask_for()
    {
        using var browser = _host.Guest();
        browser.Headers["Origin"] = "http://localhost:3000";
        browser.Headers["Access-Control-Request-Method"] = "POST";

        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/v1/graphql"));

        Assert.Equal(204, answer.Status);
        Snapshot.Match(string.Join('\n', answer.Headers
            .Where(header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")));
    }

    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("https://127.0.0.1")]
    public async Task A_page_of_the_project_may_call_with_credentials(string origin)
    {
        using var browser = _host.Guest();
        browser.Headers["Origin"] = origin;

        var answer = (await browser.SendAsync(Open)).MustSucceed();

        Assert.Equal(origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("true", answer.Header("Access-Control-Allow-Credentials"));
        Assert.Contains("X-Fallback-Cookies", answer.Header("Access-Control-Expose-Headers"));
        Assert.Equal("Origin", answer.Header("Vary"));
    }

    /// <summary>A sandboxed frame of any site has the origin <c>null</c>.</summary>
    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("https://localhost.elsewhere.example")]
    [InlineData("null")]
    public async Task Another_page_may_neither_change_nor_read(string origin)
    {
        using var browser = _host.Guest();
        browser.Headers["Origin"] = origin;

        var change = await browser.SendAsync(Open);
        var read = await browser.SendAsync("{ __typename }");

        Assert.Equal("general_unknown_origin 403", change.OnlyError);
        Assert.Equal("http://localhost", change.Header("Access-Control-Allow-Origin"));
        read.MustSucceed();
        Assert.Equal("http://localhost", read.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_referrer_counts_where_no_origin_is_sent()
    {
        using var browser = _host.Guest();

        browser.Headers["Referer"] = "https://elsewhere.example/page";
        Assert.Equal("general_unknown_origin 403", await browser.ErrorOfAsync(Open));
        browser.Headers["Referer"] = "http://localhost:3000/page";
        await browser.ValueOfAsync(Open);
    }

    [Fact]
    public async Task Platforms_may_be_wildcards()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Platforms:1=*.example.com");

        Assert.Null(await TryAsync("https://app.example.com"));
        Assert.Null(await TryAsync("https://a.b.example.com"));
        Assert.Equal("general_unknown_origin 403", await TryAsync("https://example.com"));
        Assert.Equal("general_unknown_origin 403", await TryAsync("https://notexample.com"));

        async Task<string?> TryAsync(string origin)
        {
            using var browser = host.Guest();
            browser.Headers["Origin"] = origin;
            var answer = await browser.SendAsync(Open);
            return answer.ErrorOrNull;
        }
    }

    [Fact]
    public async Task A_key_needs_no_platform()
    {
        using var server = _host.WithKey(SharedHost.FullKey);
        server.Headers["Origin"] = "https://elsewhere.example";

        await server.ValueOfAsync(Open);
    }

    [Fact]
    public async Task Errors_carry_the_headers_too()
    {
        using var browser = _host.Guest();
        browser.Headers["Origin"] = "http://localhost:3000";

        var answer = await browser.PostAsync("{");

        Assert.Equal(400, answer.Status);
        Assert.Equal("http://localhost:3000", answer.Header("Access-Control-Allow-Origin"));
    }
}
