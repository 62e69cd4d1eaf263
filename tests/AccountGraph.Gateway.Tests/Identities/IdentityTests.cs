using System.Text.Json;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Identities;

/// <summary>accountListIdentities and accountDeleteIdentity, for a user who has none.</summary>
public sealed class IdentityTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string List =
        "query ($queries: [String]) { accountListIdentities(queries: $queries) { total identities { _id } } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_user_has_none_at_first()
    {
        using var user = await _host.NewUserAsync();

        Snapshot.Match((await user.SendAsync($"{{ accountListIdentities {Fields.Of("IdentityList")} }}")).Body);
        Assert.Equal(
            "user_identity_not_found 404",
            await user.ErrorOfAsync("mutation { accountDeleteIdentity(identityId: \"nothing\") { status } }"));
        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync("mutation { accountDeleteIdentity(identityId: \"\") { status } }"));
    }

    [Theory]
    [InlineData("""{"method":"equal","attribute":"provider","values":["github","google"]}""", null)]
    [InlineData("""{"method":"orderDesc","attribute":"$createdAt"}""", null)]
    [InlineData("""{"method":"limit","values":[5]}""", null)]
    [InlineData("""{"method":"greaterThan","attribute":"$createdAt","values":["2026-01-01T00:00:00Z"]}""", null)]
    [InlineData("""{"method":"equal","attribute":"secret","values":["x"]}""", "general_argument_invalid 400")]
    [InlineData("""{"method":"equal","attribute":"provider","values":[]}""", "general_argument_invalid 400")]
    [InlineData("""{"method":"equal","attribute":"$createdAt","values":["noon"]}""", "general_argument_invalid 400")]
    [InlineData("""{"method":"select","values":["provider"]}""", "general_argument_invalid 400")]
    [InlineData("""{"method":"sort"}""", "general_argument_invalid 400")]
    [InlineData("""not json""", "general_argument_invalid 400")]
    [InlineData("""{"method":"search","attribute":"provider","values":["x"]}""", "general_query_invalid 400")]
    [InlineData("""{"method":"cursorAfter","values":["!"]}""", "general_query_invalid 400")]
    [InlineData("""{"method":"cursorAfter","values":["nothing"]}""", "general_cursor_not_found 400")]
    public async Task Queries_are_checked(string query, string? error)
    {
        using var user = await _host.NewUserAsync();

        var answer = await user.SendAsync(List, new { queries = new[] { query } });

        Assert.Equal(error, answer.ErrorOrNull);
        Assert.Equal(error is null, answer["accountListIdentities"].ValueKind == JsonValueKind.Object);
    }
}
