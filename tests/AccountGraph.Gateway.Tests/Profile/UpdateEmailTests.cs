using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class UpdateEmailTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Update =
        """
        mutation ($email: String!, $password: String!) {
          accountUpdateEmail(email: $email, password: $password) { email emailVerification targets { identifier } }
        }
        """;

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_new_address_replaces_the_old_one_and_its_target()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync(
            $$"""
            mutation ($password: String!) {
              accountUpdateEmail(email: "Countess@Example.com", password: $password) {{Fields.User}}
            }
            """,
            new { password = TestUsers.Password });

        Snapshot.Match(answer.Body);
        using var again = await _host.SignInAsync("countess@example.com");
        await _host.RegisterAsync("ada@example.com");
    }

    [Fact]
    public async Task The_password_must_be_right()
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(
            "user_invalid_credentials 401",
            await user.ErrorOfAsync(Update, new { email = TestUsers.NewEmail(), password = "wrong-password" }));
    }

    [Fact]
    public async Task Malformed_arguments_are_refused()
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(Update, new { email = "ada", password = TestUsers.Password }));
        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(Update, new { email = TestUsers.NewEmail(), password = "short" }));
    }

    [Fact]
    public async Task An_address_that_is_a_target_already_is_refused()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        var taken = TestUsers.NewEmail();
        await _host.RegisterAsync(taken);

        Assert.Equal(
            "user_target_already_exists 409",
            await user.ErrorOfAsync(Update, new { email, password = TestUsers.Password }));
        Assert.Equal(
            "user_target_already_exists 409",
            await user.ErrorOfAsync(Update, new { email = taken, password = TestUsers.Password }));
    }

    [Fact]
    public async Task An_address_without_a_target_that_another_user_has_is_refused_vaguely()
    {
        using var first = _host.Guest();
        await first.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");
        using var second = _host.Guest();
        await second.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");
        var variables = new { email = TestUsers.NewEmail(), password = TestUsers.Password };
        await first.ValueOfAsync(Update, variables);

        Assert.Equal("general_bad_request 400", await second.ErrorOfAsync(Update, variables));
    }

    [Fact]
    public async Task An_anonymous_user_gets_address_and_first_password_and_no_target()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");
        var email = TestUsers.NewEmail();

        var value = await user.ValueOfAsync(Update, new { email, password = TestUsers.Password });

        Assert.Equal(email, value.GetProperty("email").GetString());
        Assert.Empty(value.GetProperty("targets").EnumerateArray());
        using var again = await _host.SignInAsync(email);
    }

    [Fact]
    public async Task A_first_password_keeps_the_rules()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");

        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(Update, new { email = TestUsers.NewEmail(), password = "password" }));
    }
}
