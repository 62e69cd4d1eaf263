using System.Text.Json;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class SessionCookieTests
{
    private const string Open = "mutation { accountCreateAnonymousSession { _id } }";
    private const string Close = "mutation { accountDeleteSessions { status } }";

    [Fact]
    public async Task Over_plain_HTTP_and_an_address_there_is_neither_domain_nor_secure()
    {
        await using var host = await GatewayHost.StartAsync();
        using var browser = host.Guest();

        Snapshot.Match(CookiesOf(await browser.SendAsync(Open)), "opened");
        Snapshot.Match(CookiesOf(await browser.SendAsync(Close)), "cleared");
    }

    [Fact]
    public async Task Behind_a_proxy_domain_and_secure_are_those_that_the_client_sees()
    {
        await using var host = await GatewayHost.StartAsync("Server:TrustedProxies:0=127.0.0.1");
        using var browser = host.Guest();
        browser.Headers["X-Forwarded-Proto"] = "https";
        browser.Headers["X-Forwarded-Host"] = "accounts.example.com";

        Snapshot.Match(CookiesOf(await browser.SendAsync(Open)), "opened");
        Snapshot.Match(CookiesOf(await browser.SendAsync(Close)), "cleared");
    }

    [Fact]
    public async Task A_page_of_the_same_site_gets_no_fallback_header()
    {
        await using var host = await GatewayHost.StartAsync(
            "Server:TrustedProxies:0=127.0.0.1", "Projects:default:Platforms:1=*");
        using var browser = host.Guest();
        browser.Headers["X-Forwarded-Host"] = "accounts.example.com";

        browser.Headers["Origin"] = "https://www.example.com";
        var same = await browser.SendAsync(Open);
        browser.Cookies.Clear();
        browser.Headers["Origin"] = "https://www.example.net";
        var other = await browser.SendAsync(Open);

        Assert.Null(same.Header("X-Fallback-Cookies"));
        Assert.NotNull(other.Header("X-Fallback-Cookies"));
    }

    [Fact]
    public async Task A_project_id_with_capitals_works()
    {
        await using var host = await GatewayHost.StartAsync("Projects:Acme:Name=Acme");
        using var browser = host.Guest();
        browser.Headers["X-Appwrite-Project"] = "Acme";

        var answer = (await browser.SendAsync(Open)).MustSucceed();

        Assert.Equal(["a_session_acme", "a_session_acme_legacy"], browser.Cookies.Keys);
        var fallback = JsonElement.Parse(answer.Header("X-Fallback-Cookies")!);
        Assert.Equal(browser.SessionToken("acme"), fallback.GetProperty("a_session_Acme").GetString());
        await browser.ValueOfAsync("{ accountGet { _id } }");
    }

    private static string CookiesOf(GraphQLAnswer answer) =>
        string.Join('\n', answer.MustSucceed().Headers.GetValues("Set-Cookie"))
        + $"\nX-Fallback-Cookies: {answer.Header("X-Fallback-Cookies")}";
}
