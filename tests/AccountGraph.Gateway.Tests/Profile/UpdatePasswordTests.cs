using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class UpdatePasswordTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Update =
        """
        mutation ($password: String!, $oldPassword: String) {
          accountUpdatePassword(password: $password, oldPassword: $oldPassword) { _id }
        }
        """;

    private const string Old = TestUsers.Password;
    private const string New = "quartz-Meadow-31-violin";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_new_password_replaces_the_old_one()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync(
            $$"""
            mutation ($new: String!, $old: String!) {
              accountUpdatePassword(password: $new, oldPassword: $old) {{Fields.User}}
            }
            """,
            new { @new = New, old = Old });

        Snapshot.Match(answer.Body);
        using var again = await _host.SignInAsync("ada@example.com", New);
        using var guest = _host.Guest();
        Assert.Equal(
            "user_invalid_credentials 401",
            await guest.ErrorOfAsync(
                """
                mutation ($old: String!) {
                  accountCreateEmailPasswordSession(email: "ada@example.com", password: $old) { _id }
                }
                """,
                new { old = Old }));
    }

    [Fact]
    public async Task The_old_password_must_be_right()
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal("user_invalid_credentials 401", await user.ErrorOfAsync(Update, new { password = New }));
        Assert.Equal(
            "user_invalid_credentials 401",
            await user.ErrorOfAsync(Update, new { password = New, oldPassword = "wrong-password" }));
    }

    [Theory]
    [InlineData("short", Old)]
    [InlineData("password", Old)]
    [InlineData(New, "short")]
    public async Task Malformed_or_common_passwords_are_refused(string password, string oldPassword)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Update, new { password, oldPassword }));
    }

    [Fact]
    public async Task Personal_data_is_refused()
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(
            "password_personal_data 400",
            await user.ErrorOfAsync(Update, new { password = "1-ada lovelace-1", oldPassword = Old }));
    }

    [Fact]
    public async Task Whoever_has_no_password_yet_needs_no_old_one()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");

        await user.ValueOfAsync(Update, new { password = New, oldPassword = "ignored-anyway" });

        Assert.Equal("user_invalid_credentials 401", await user.ErrorOfAsync(Update, new { password = Old }));
    }

    [Fact]
    public async Task Other_sessions_end_and_this_one_stays()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var here = await _host.SignInAsync(email);
        using var there = await _host.SignInAsync(email);

        await here.ValueOfAsync(Update, new { password = New, oldPassword = Old });

        await here.ValueOfAsync("{ accountGet { _id } }");
        Assert.Equal("general_unauthorized_scope 401", await there.ErrorOfAsync("{ accountGet { _id } }"));
    }

    [Fact]
    public async Task A_project_may_keep_the_other_sessions()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:KeepSessionsOnPasswordChange=true");
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);
        using var here = await host.SignInAsync(email);
        using var there = await host.SignInAsync(email);

        await here.ValueOfAsync(Update, new { password = New, oldPassword = Old });

        await there.ValueOfAsync("{ accountGet { _id } }");
    }

    [Fact]
    public async Task The_last_passwords_may_not_come_back()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:PasswordHistory=2");
        using var user = await host.NewUserAsync();
        const string Third = "harbour-Velvet-58-comet";

        Assert.Equal(
            "password_recently_used 400",
            await user.ErrorOfAsync(Update, new { password = Old, oldPassword = Old }));
        await user.ValueOfAsync(Update, new { password = New, oldPassword = Old });
        Assert.Equal(
            "password_recently_used 400",
            await user.ErrorOfAsync(Update, new { password = Old, oldPassword = New }));
        await user.ValueOfAsync(Update, new { password = Third, oldPassword = New });
        await user.ValueOfAsync(Update, new { password = Old, oldPassword = Third });
    }

    [Fact]
    public async Task Ten_calls_an_hour_are_counted_before_anything_is_checked()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();

        for (var call = 0; call < 10; call++)
        {
            Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Update, new { password = "short" }));
        }

        Assert.Equal("general_rate_limit_exceeded 429", await user.ErrorOfAsync(Update, new { password = "short" }));
    }
}
