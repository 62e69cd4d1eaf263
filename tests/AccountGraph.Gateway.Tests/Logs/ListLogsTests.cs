using System.Text.Json;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Logs;

public sealed class ListLogsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string List =
        "query ($queries: [String]) { accountListLogs(queries: $queries) { total logs { event } } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task Entries_come_newest_first_with_device_and_country()
    {
        using var guest = _host.Guest();
        guest.Headers["User-Agent"] = TestAgents.ChromeOnWindows;
        const string Arguments = $"email: \"ada@example.com\", password: \"{TestUsers.Password}\"";
        await guest.ValueOfAsync(
            $"mutation {{ accountCreate(userId: \"ada\", {Arguments}, name: \"Ada\") {{ _id }} }}");
        await guest.ValueOfAsync($"mutation {{ accountCreateEmailPasswordSession({Arguments}) {{ _id }} }}");

        var answer = await guest.SendAsync($"{{ accountListLogs {Fields.LogList} }}");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task Two_sign_ins_and_a_registration_make_three_entries()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);

        Assert.Equal((3, "session.create session.create user.create"), await EventsAsync(second));
    }

    [Fact]
    public async Task Total_ignores_paging()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await user.ValueOfAsync("mutation { accountUpdateName(name: \"Grace\") { _id } }");

        Assert.Equal((3, "user.update"), await EventsAsync(user, Query("limit", 1)));
        Assert.Equal((3, "session.create"), await EventsAsync(user, Query("limit", 1), Query("offset", 1)));
        Assert.Equal((3, ""), await EventsAsync(user, Query("offset", 9)));
        Assert.Equal((3, "user.update"), await EventsAsync(user, Query("limit", 1), Query("limit", 2)));
    }

    [Fact]
    public async Task Refused_calls_leave_no_entry()
    {
        using var user = await _host.NewUserAsync();

        await user.ErrorOfAsync("mutation { accountUpdateName(name: \"\") { _id } }");

        Assert.Equal(2, (await EventsAsync(user)).Total);
    }

    [Theory]
    [InlineData("limit(5)")]
    [InlineData("[]")]
    [InlineData("{\"method\":\"limit\",\"values\":[0]}")]
    [InlineData("{\"method\":\"limit\",\"values\":[1,2]}")]
    [InlineData("{\"method\":\"limit\",\"values\":[\"many\"]}")]
    [InlineData("{\"method\":\"offset\",\"values\":[-1]}")]
    [InlineData("{\"method\":\"equal\",\"attribute\":\"event\",\"values\":[\"user.create\"]}")]
    [InlineData("{\"method\":\"cursorAfter\",\"values\":[\"x\"]}")]
    [InlineData("{\"method\":\"orderAsc\",\"attribute\":\"time\"}")]
    public async Task Anything_but_limit_and_offset_is_refused(string query)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(List, new { queries = new[] { query } }));
    }

    [Fact]
    public async Task A_limit_goes_up_to_5000_where_the_cost_of_a_request_lets_it()
    {
        await using var host = await GatewayHost.StartAsync("GraphQL:MaxCost=100000");
        using var user = await host.NewUserAsync();

        await EventsAsync(user, Query("limit", 5000));

        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(List, new { queries = new[] { Query("limit", 5001) } }));
    }

    [Fact]
    public async Task The_list_of_queries_is_bounded()
    {
        using var user = await _host.NewUserAsync();
        var offset = Query("offset", 0);

        await EventsAsync(user, [.. Enumerable.Repeat(offset, 100)]);

        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(List, new { queries = Enumerable.Repeat(offset, 101) }));
        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(List, new { queries = new[] { offset + new string(' ', 4096) } }));
    }

    private static string Query(string method, int value) =>
        JsonSerializer.Serialize(new { method, values = new[] { value } });

    private static async Task<(int Total, string Events)> EventsAsync(GraphQLClient user, params string[] queries)
    {
        var list = await user.ValueOfAsync(List, new { queries });
        var events = list.GetProperty("logs").EnumerateArray().Select(log => log.GetProperty("event").GetString());
        return (list.GetProperty("total").GetInt32(), string.Join(' ', events));
    }
}
