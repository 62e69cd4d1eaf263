using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Recovery;

/// <summary>accountCreateRecovery and accountUpdateRecovery.</summary>
public sealed class RecoveryTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string New = "quartz-Meadow-31-violin";

    private const string Ask =
        """
        mutation ($email: String!) {
          accountCreateRecovery(email: $email, url: "http://localhost/reset") { _id userId }
        }
        """;

    private const string Set =
        """
        mutation ($userId: String!, $secret: String!, $password: String!) {
          accountUpdateRecovery(userId: $userId, secret: $secret, password: $password) { _id }
        }
        """;

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_mailed_link_sets_a_new_password()
    {
        await _host.RegisterAsync("ada@example.com");
        using var session = await _host.SignInAsync("ada@example.com");
        using var guest = _host.Guest();

        var asked = await guest.SendAsync(
            $$"""
            mutation {
              accountCreateRecovery(email: "Ada@example.com", url: "http://localhost/reset") {{Fields.Token}}
            }
            """);
        var (userId, secret) = await LinkAsync("ada@example.com");
        var done = await guest.SendAsync(
            $$"""
            mutation ($userId: String!, $secret: String!, $password: String!) {
              accountUpdateRecovery(userId: $userId, secret: $secret, password: $password) {{Fields.Token}}
            }
            """,
            new { userId, secret, password = New });

        Snapshot.Match(asked.Body, "asked");
        Snapshot.Match(done.Body, "done");
        Assert.Empty(guest.Cookies);
        using var user = await _host.SignInAsync("ada@example.com", New);
        var account = await user.ValueOfAsync("{ accountGet { emailVerification } }");
        Assert.True(account.GetProperty("emailVerification").GetBoolean());
        Assert.Equal("general_unauthorized_scope 401", await session.ErrorOfAsync("{ accountGet { _id } }"));
    }

    [Fact]
    public async Task Unknown_and_blocked_addresses_answer_as_known_ones_and_get_no_mail()
    {
        var (known, blocked, unknown) = (TestUsers.NewEmail(), TestUsers.NewEmail(), TestUsers.NewEmail());
        await _host.RegisterAsync(known);
        await _host.RegisterAsync(blocked);
        using var user = await _host.SignInAsync(blocked);
        await user.ValueOfAsync("mutation { accountUpdateStatus { _id } }");
        using var guest = _host.Guest();
        using var server = _host.WithKey(SharedHost.FullKey);

        foreach (var email in (string[])[blocked, unknown, known])
        {
            var token = await guest.ValueOfAsync(Ask, new { email });
            Assert.Matches("^[0-9a-f]{20}$", token.GetProperty("userId").GetString());
        }

        // Asked for last, delivered last.
        await LinkAsync(known);
        Assert.Empty(await _host.MessagesToAsync(blocked));
        Assert.Empty(await _host.MessagesToAsync(unknown));
        Assert.Equal("user_not_found 404", await server.ErrorOfAsync(Ask, new { email = unknown }));
        Assert.Equal("user_blocked 401", await server.ErrorOfAsync(Ask, new { email = blocked }));
    }

    [Theory]
    [InlineData("ada", "http://localhost/")]
    [InlineData("ada@example.com", "https://elsewhere.example/")]
    [InlineData("ada@example.com", "https://localhost@elsewhere.example/")]
    [InlineData("ada@example.com", "localhost")]
    [InlineData("ada@example.com", "")]
    public async Task Malformed_arguments_are_refused(string email, string url)
    {
        using var guest = _host.Guest();

        Assert.Equal(
            "general_argument_invalid 400",
            await guest.ErrorOfAsync(
                "mutation ($email: String!, $url: String!) { accountCreateRecovery(email: $email, url: $url) { _id } }",
                new { email, url }));
    }

    [Fact]
    public async Task A_refused_password_leaves_the_link_and_a_used_link_is_dead()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var guest = _host.Guest();
        await guest.ValueOfAsync(Ask, new { email });
        var (userId, secret) = await LinkAsync(email);

        Assert.Equal("general_argument_invalid 400", await TryAsync(userId, secret, "short"));
        Assert.Equal("general_argument_invalid 400", await TryAsync(userId, secret, "password"));
        Assert.Equal("password_personal_data 400", await TryAsync(userId, secret, "xx-ada lovelace"));
        Assert.Equal("user_invalid_token 401", await TryAsync(userId, "wrong", New));
        Assert.Null(await TryAsync(userId, secret, New));
        Assert.Equal("user_invalid_token 401", await TryAsync(userId, secret, New));
    }

    [Fact]
    public async Task Of_parallel_callers_one_sets_the_password()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var guest = _host.Guest();
        await guest.ValueOfAsync(Ask, new { email });
        var (userId, secret) = await LinkAsync(email);

        var errors = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(caller => TryAsync(userId, secret, $"{New}-{caller}")));

        Assert.Single(errors, error => error is null);
        Assert.Equal(7, errors.Count(error => error == "user_invalid_token 401"));
    }

    [Fact]
    public async Task A_change_of_password_kills_the_link()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await user.ValueOfAsync(Ask, new { email });
        var (userId, secret) = await LinkAsync(email);

        await user.ValueOfAsync(
            """
            mutation ($old: String!, $new: String!) {
              accountUpdatePassword(password: $new, oldPassword: $old) { _id }
            }
            """,
            new { old = TestUsers.Password, @new = New });

        Assert.Equal("user_invalid_token 401", await TryAsync(userId, secret, "harbour-Velvet-58-comet"));
    }

    [Fact]
    public async Task A_link_ends_with_its_time()
    {
        await using var host = await GatewayHost.StartAsync();
        var email = TestUsers.NewEmail();
        var userId = await host.RegisterAsync(email);
        using var guest = host.Guest();
        await guest.ValueOfAsync(Ask, new { email });
        var secret = await host.LinkParameterSentToAsync(email, "secret");

        host.Clock.Advance(TimeSpan.FromSeconds(3601));

        Assert.Equal("user_invalid_token 401", await guest.ErrorOfAsync(Set, new { userId, secret, password = New }));
    }

    [Fact]
    public async Task An_unknown_user_is_not_found()
    {
        Assert.Equal("user_not_found 404", await TryAsync("nobody", "secret", New));
    }

    private async Task<(string UserId, string Secret)> LinkAsync(string email) => (
        await _host.LinkParameterSentToAsync(email, "userId"), await _host.LinkParameterSentToAsync(email, "secret"));

    private async Task<string?> TryAsync(string userId, string secret, string password)
    {
        using var guest = _host.Guest();
        var answer = await guest.SendAsync(Set, new { userId, secret, password });
        return answer.ErrorOrNull;
    }
}
