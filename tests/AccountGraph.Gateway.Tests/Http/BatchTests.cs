using System.Text.Json;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class BatchTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task Answers_come_in_the_order_of_the_entries_and_fail_alone()
    {
        using var client = _host.Guest();

        var answer = await SendAsync(client, "{ a: __typename }", "{ accountGet { _id } }", "{ b", "{ c: __typename }");

        Assert.Equal(200, answer.Status);
        var entries = answer.Json.EnumerateArray().ToList();
        Assert.Equal(4, entries.Count);
        Assert.Equal("Query", entries[0].GetProperty("data").GetProperty("a").GetString());
        Assert.Equal(JsonValueKind.Null, entries[1].GetProperty("data").GetProperty("accountGet").ValueKind);
        Assert.False(entries[2].TryGetProperty("data", out _));
        Assert.Equal("Query", entries[3].GetProperty("data").GetProperty("c").GetString());
    }

    [Fact]
    public async Task One_entry_is_answered_with_an_object()
    {
        using var client = _host.Guest();

        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await SendAsync(client, "{ __typename }")).Body);
    }

    [Fact]
    public async Task Eleven_entries_are_too_many_and_none_runs()
    {
        using var client = _host.Guest();
        const string Open = "mutation { accountCreateAnonymousSession { _id } }";

        var ten = await SendAsync(client, [.. Enumerable.Repeat("{ __typename }", 10)]);
        var eleven = await SendAsync(client, [.. Enumerable.Repeat(Open, 11)]);

        Assert.Equal(10, ten.Json.GetArrayLength());
        Assert.Equal((400, "graphql_too_many_queries"), (eleven.Status, eleven.Json.GetProperty("type").GetString()));
        Assert.Empty(client.Cookies);
    }

    [Fact]
    public async Task Fields_and_entries_see_only_what_the_request_came_with()
    {
        var email = TestUsers.NewEmail();
        using var client = _host.Guest();
        const string Both =
            """
            mutation ($email: String!, $password: String!) {
              accountCreate(userId: "unique()", email: $email, password: $password) { email }
              accountCreateEmailPasswordSession(email: $email, password: $password) { provider }
            }
            """;

        var answer = await client.SendAsync(Both, new { email, password = TestUsers.Password });
        answer.MustSucceed();
        client.Cookies.Clear();
        var batch = await SendAsync(
            client, "mutation { accountCreateAnonymousSession { _id } }", "{ accountGet { _id } }");

        Assert.Contains("general_unauthorized_scope", batch.Body);
    }

    private static Task<GraphQLAnswer> SendAsync(GraphQLClient client, params string[] documents) =>
        client.PostAsync(JsonSerializer.Serialize(documents.Select(query => new { query })));
}
