namespace AccountGraph.Gateway.Tests.Http;

public sealed class LocaleTests
{
    [Theory]
    [InlineData(null, "United States")]
    [InlineData("en", "United States")]
    [InlineData("de", "Vereinigte Staaten")]
    [InlineData("de-AT", "Vereinigte Staaten")]
    [InlineData("xx", "United States")]
    [InlineData("../../etc", "United States")]
    public async Task Countries_are_named_in_the_language_of_the_request(string? locale, string expected)
    {
        await using var host = await GatewayHost.StartAsync("Server:TrustedProxies:0=127.0.0.1");
        using var client = host.Guest();
        client.Headers["X-Forwarded-For"] = "8.8.8.8";
        if (locale is not null) client.Headers["X-Appwrite-Locale"] = locale;

        var session = await client.ValueOfAsync(
            "mutation { accountCreateAnonymousSession { countryCode countryName } }");

        Assert.Equal("us", session.GetProperty("countryCode").GetString());
        Assert.Equal(expected, session.GetProperty("countryName").GetString());
    }
}
