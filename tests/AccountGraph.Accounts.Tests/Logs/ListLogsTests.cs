using AccountGraph.Accounts.Logs;

namespace AccountGraph.Accounts.Tests.Logs;

public sealed class ListLogsTests
{
    [Fact]
    public async Task Entries_are_listed_newest_first_and_counted_whole()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        string[] events = ["user.create", "session.create", "session.create", "user.update"];
        foreach (var name in events) await host.Get<SecurityLog>().WriteAsync(name, call.User, call, default);

        var list = await ListAsync(
            host, call, """{"method":"limit","values":[2]}""", """{"method":"offset","values":["1"]}""");

        Assert.Equal(4, list.Value.Total);
        Assert.Equal(["session.create", "session.create"], list.Value.Logs.Select(log => log.Event));
    }

    [Fact]
    public async Task An_entry_tells_who_and_from_where()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        await host.Get<SecurityLog>().WriteAsync("user.create", call.User, call, default);

        var log = Assert.Single((await ListAsync(host, call)).Value.Logs);

        Assert.Equal(call.User.Id, log.UserId);
        Assert.Equal(call.User.Email, log.UserEmail);
        Assert.Equal("", log.UserName);
        Assert.Equal("default", log.Mode);
        Assert.Equal("203.0.113.9", log.Ip);
        Assert.EndsWith(".000+00:00", log.Time, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_of_others_are_not_listed()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var other = await host.SignedInAsync();
        await host.Get<SecurityLog>().WriteAsync("user.create", other.User, other, default);

        Assert.Equal(0, (await ListAsync(host, call)).Value.Total);
    }

    [Theory]
    [InlineData("limit(2)")]
    [InlineData("[]")]
    [InlineData("""{"method":"limit","values":[0]}""")]
    [InlineData("""{"method":"limit","values":[5001]}""")]
    [InlineData("""{"method":"limit","values":[1,2]}""")]
    [InlineData("""{"method":"limit"}""")]
    [InlineData("""{"method":"offset","values":[-1]}""")]
    [InlineData("""{"method":"equal","attribute":"event","values":["user.create"]}""")]
    [InlineData("""{"method":"cursorAfter","values":["a"]}""")]
    [InlineData("""{"method":1,"values":[1]}""")]
    public async Task Anything_but_a_sound_limit_or_offset_is_refused(string query)
    {
        await using var host = await AccountsHost.StartAsync();

        var list = await ListAsync(host, await host.SignedInAsync(), query);

        Assert.Equal("general_argument_invalid", list.Error!.Type);
        Assert.Contains("`queries`", list.Error.Message, StringComparison.Ordinal);
    }

    private static async Task<Outcome<LogListView>> ListAsync(
        AccountsHost host, CallContext call, params string[] queries) =>
        await host.Get<ListLogsHandler>().HandleAsync(new ListLogs(queries), call, default);
}
