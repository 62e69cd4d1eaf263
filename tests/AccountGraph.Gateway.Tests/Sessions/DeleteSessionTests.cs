using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Sessions;

/// <summary>accountDeleteSession and accountDeleteSessions.</summary>
public sealed class DeleteSessionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Delete = "mutation ($id: String!) { accountDeleteSession(sessionId: $id) { status } }";
    private const string GetCurrent = "{ accountGetSession(sessionId: \"current\") { _id } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task Signing_out_ends_the_session_and_clears_the_cookies()
    {
        using var user = await _host.NewUserAsync();
        using var stolen = _host.WithSession(user.SessionToken());

        var answer = await user.SendAsync(Delete, new { id = "current" });

        Snapshot.Match(answer.Body);
        Assert.Empty(user.Cookies);
        Assert.Equal("[]", answer.Header("X-Fallback-Cookies"));
        Assert.Equal("general_unauthorized_scope 401", await stolen.ErrorOfAsync("{ accountGet { _id } }"));
    }

    [Fact]
    public async Task Ending_another_session_leaves_the_cookies_alone()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);
        var id = (await first.ValueOfAsync(GetCurrent)).GetProperty("_id").GetString();

        var answer = (await second.SendAsync(Delete, new { id })).MustSucceed();

        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Equal("general_unauthorized_scope 401", await first.ErrorOfAsync(GetCurrent));
        await second.ValueOfAsync(GetCurrent);
    }

    [Fact]
    public async Task Unknown_and_foreign_sessions_are_not_found()
    {
        using var user = await _host.NewUserAsync();
        using var stranger = await _host.NewUserAsync();
        var id = (await stranger.ValueOfAsync(GetCurrent)).GetProperty("_id").GetString();

        Assert.Equal("user_session_not_found 404", await user.ErrorOfAsync(Delete, new { id }));
        Assert.Equal("user_session_not_found 404", await user.ErrorOfAsync(Delete, new { id = "nothing" }));
        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Delete, new { id = "" }));
        await stranger.ValueOfAsync(GetCurrent);
    }

    [Fact]
    public async Task Of_parallel_callers_one_ends_the_session()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);
        var id = (await first.ValueOfAsync(GetCurrent)).GetProperty("_id").GetString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => second.SendAsync(Delete, new { id })));

        Assert.Single(answers, answer => answer.ErrorTypes.Count == 0);
        Assert.Equal(7, answers.Count(answer => answer.ErrorTypes is ["user_session_not_found"]));
    }

    [Fact]
    public async Task All_sessions_end_at_once_with_one_entry_in_the_log()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);

        var answer = await second.SendAsync("mutation { accountDeleteSessions { status } }");

        Snapshot.Match(answer.Body);
        Assert.Empty(second.Cookies);
        Assert.Equal("general_unauthorized_scope 401", await first.ErrorOfAsync(GetCurrent));
        using var again = await _host.SignInAsync(email);
        var log = await again.ValueOfAsync("{ accountListLogs { logs { event } } }");
        Assert.Single(
            log.GetProperty("logs").EnumerateArray(),
            entry => entry.GetProperty("event").GetString() == "session.delete");
    }
}
