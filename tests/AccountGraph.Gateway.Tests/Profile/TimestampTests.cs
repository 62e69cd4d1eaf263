namespace AccountGraph.Gateway.Tests.Profile;

/// <summary>The header X-Appwrite-Timestamp: a change made against an outdated view is refused.</summary>
public sealed class TimestampTests
{
    private const string Rename = "mutation { accountUpdateName(name: \"Grace\") { name } }";

    [Fact]
    public async Task A_record_newer_than_the_view_is_not_changed()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        var seen = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await user.ValueOfAsync(Rename);

        user.Headers["X-Appwrite-Timestamp"] = seen.ToString("O");
        Assert.Equal("document_update_conflict 409", await user.ErrorOfAsync(Rename));
        Assert.Equal(
            "document_update_conflict 409",
            await user.ErrorOfAsync("mutation { accountUpdatePrefs(prefs: \"{}\") { _id } }"));
        Assert.Equal(
            "document_update_conflict 409", await user.ErrorOfAsync("mutation { accountUpdateStatus { _id } }"));
        Assert.Equal(
            "document_update_conflict 409",
            await user.ErrorOfAsync(
                "mutation ($p: String!) { accountUpdateEmail(email: \"x@example.com\", password: $p) { _id } }",
                new { p = TestUsers.Password }));
        Assert.Equal(
            "document_update_conflict 409",
            await user.ErrorOfAsync(
                """
                mutation ($p: String!) {
                  accountUpdatePassword(password: "quartz-Meadow-31", oldPassword: $p) { _id }
                }
                """,
                new { p = TestUsers.Password }));

        user.Headers["X-Appwrite-Timestamp"] = host.Clock.GetUtcNow().ToString("O");
        await user.ValueOfAsync(Rename);
    }

    [Fact]
    public async Task A_session_extended_meanwhile_is_not_deleted()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        var seen = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await user.ValueOfAsync("mutation { accountUpdateSession(sessionId: \"current\") { _id } }");

        user.Headers["X-Appwrite-Timestamp"] = seen.ToString("O");

        Assert.Equal(
            "document_update_conflict 409",
            await user.ErrorOfAsync("mutation { accountDeleteSession(sessionId: \"current\") { status } }"));
    }

    [Fact]
    public async Task An_unreadable_time_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        user.Headers["X-Appwrite-Timestamp"] = "yesterday";

        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Rename));
        await user.ValueOfAsync("{ accountGet { _id } }");
    }
}
