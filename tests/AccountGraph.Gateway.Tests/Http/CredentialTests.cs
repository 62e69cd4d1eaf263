using System.Text.Json;

namespace AccountGraph.Gateway.Tests.Http;

/// <summary>The ways in which a request may say who sends it.</summary>
public sealed class CredentialTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Who = "{ accountGet { _id } }";
    private const string Guest = "general_unauthorized_scope 401";

    private readonly GatewayHost _host = shared.Host;

    [Theory]
    [InlineData("Cookie", "a_session_default={0}")]
    [InlineData("Cookie", "other=1; a_session_default={0}; more=2")]
    [InlineData("Cookie", "a_session_default_legacy={0}")]
    [InlineData("Cookie", "a_session_default=rubbish; a_session_default_legacy={0}")]
    [InlineData("X-Appwrite-Session", "{0}")]
    [InlineData("X-Fallback-Cookies", "{{\"a_session_default\":\"{0}\"}}")]
    public async Task A_session_may_come_in_several_ways(string header, string format)
    {
        using var user = await _host.NewUserAsync();
        using var client = _host.Guest();
        client.Headers[header] = string.Format(null, format, user.SessionToken());

        await client.ValueOfAsync(Who);
    }

    [Theory]
    [InlineData("X-Fallback-Cookies", "not json")]
    [InlineData("X-Fallback-Cookies", "[]")]
    [InlineData("X-Fallback-Cookies", "{\"a_session_default\":7}")]
    [InlineData("X-Fallback-Cookies", "{\"a_session_default\":\"\\ud800\"}")]
    [InlineData("X-Appwrite-Session", "e30=")]
    [InlineData("X-Appwrite-Session", "eyJpZCI6bnVsbCwic2VjcmV0Ijp7fX0=")]
    public async Task Damaged_session_data_makes_a_guest(string header, string value)
    {
        using var client = _host.Guest();
        client.Headers[header] = value;

        Assert.Equal(Guest, await client.ErrorOfAsync(Who));
    }

    [Fact]
    public async Task A_secret_opens_only_its_own_users_session()
    {
        using var user = await _host.NewUserAsync();
        using var other = await _host.NewUserAsync();
        var token = JsonElement.Parse(Convert.FromBase64String(user.SessionToken()));
        var otherId = (await other.ValueOfAsync(Who)).GetProperty("_id").GetString();
        var forged = JsonSerializer.SerializeToUtf8Bytes(
            new { id = otherId, secret = token.GetProperty("secret").GetString() });
        using var thief = _host.WithSession(Convert.ToBase64String(forged));

        Assert.Equal(Guest, await thief.ErrorOfAsync(Who));
    }

    [Fact]
    public async Task A_JWT_stands_for_its_user_until_its_session_ends()
    {
        using var user = await _host.NewUserAsync();
        using var client = _host.Guest();
        client.Headers["X-Appwrite-JWT"] = await JwtOfAsync(user);

        await client.ValueOfAsync(Who);
        Assert.Equal(
            "user_session_not_found 404",
            await client.ErrorOfAsync("{ accountGetSession(sessionId: \"current\") { _id } }"));
        Assert.Equal("user_session_not_found 404", await client.ErrorOfAsync("mutation { accountCreateJWT { jwt } }"));
        await user.ValueOfAsync("mutation { accountDeleteSession(sessionId: \"current\") { status } }");
        Assert.Equal(Guest, await client.ErrorOfAsync(Who));
    }

    [Fact]
    public async Task A_JWT_lives_for_a_quarter_of_an_hour()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        using var client = host.Guest();
        client.Headers["X-Appwrite-JWT"] = await JwtOfAsync(user);

        host.Clock.Advance(TimeSpan.FromSeconds(899));
        await client.ValueOfAsync(Who);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("user_jwt_invalid 401", await client.ErrorOfAsync(Who));
    }

    private static async Task<string> JwtOfAsync(GraphQLClient user) =>
        (await user.ValueOfAsync("mutation { accountCreateJWT { jwt } }")).GetProperty("jwt").GetString()!;
}
