using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>Apple comes back by a form, tells the name once, and wants its client secret signed.</summary>
public sealed class AppleFormPostTests
{
    [Fact]
    public async Task Apple_comes_back_by_a_form_post_from_its_own_site()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = JsonSerializer.Serialize(
            new { p8 = key.ExportPkcs8PrivateKeyPem(), keyID = "KEY1", teamID = "TEAM1" });
        await using var provider = await FakeOAuth2Provider.StartAsync();
        provider.User = """{"sub":"001.apple","email":"ada@example.com","email_verified":"true"}""";
        await using var host = await GatewayHost.StartAsync(
        [
            .. provider.Settings("apple", secret),
            "Projects:default:OAuth2:apple:UserInfoEndpoint=",
            "Server:TrustedProxies:0=127.0.0.1",
        ]);
        using var browser = host.Guest();
        browser.Headers["X-Forwarded-Proto"] = "https";
        var walk = new OAuth2Walk(browser, provider);

        var started = await walk.StartAsync("apple");
        Assert.Contains("samesite=none", started.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", started.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("form_post", walk.Query["response_mode"]);

        browser.Headers["Origin"] = "https://appleid.apple.com";
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["code"] = walk.Agree(),
            ["state"] = walk.State,
            ["user"] = """{"name":{"firstName":"Ada","lastName":"Lovelace"},"email":"other@example.com"}""",
        });
        var passedOn = await browser.PostAsync(
            await form.ReadAsStringAsync(),
            "application/x-www-form-urlencoded",
            "/v1/account/sessions/oauth2/callback/apple/default");
        Assert.Equal(301, passedOn.Status);
        OAuth2Walk.MustSucceed(await browser.GetAsync(passedOn.Header("Location")!));

        browser.Headers.Remove("Origin");
        var account = (await browser.SendAsync("{ accountGet { name email } }")).MustSucceed()["accountGet"];
        Assert.Equal("Ada Lovelace", account.GetProperty("name").GetString());
        Assert.Equal("ada@example.com", account.GetProperty("email").GetString());

        var asked = provider.Requests.First(request => request.Line == "POST /token");
        var parts = asked.Fields["client_secret"].Split('.');
        Assert.True(key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256));
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal("TEAM1", claims.GetProperty("iss").GetString());
        Assert.Equal("app-apple", claims.GetProperty("sub").GetString());
    }
}
