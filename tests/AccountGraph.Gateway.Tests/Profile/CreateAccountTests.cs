using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class CreateAccountTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Create =
        """
        mutation ($userId: String = "unique()", $email: String!, $password: String!, $name: String) {
          accountCreate(userId: $userId, email: $email, password: $password, name: $name) { _id }
        }
        """;

    private const string Password = TestUsers.Password;

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_registration_answers_with_the_account()
    {
        using var guest = _host.Guest();

        var answer = await guest.SendAsync(
            $$"""
            mutation ($password: String!) {
              accountCreate(userId: "ada", email: "Ada@Example.com", password: $password, name: "Ada Lovelace")
              {{Fields.User}}
            }
            """,
            new { password = Password });

        Snapshot.Match(answer.Body);
        Assert.Empty(guest.Cookies);
        Assert.Empty(await _host.MessagesToAsync("ada@example.com"));
    }

    [Fact]
    public async Task Without_a_name_it_is_empty()
    {
        using var guest = _host.Guest();

        var user = await guest.ValueOfAsync(
            """
            mutation ($email: String!, $password: String!) {
              accountCreate(userId: "unique()", email: $email, password: $password, name: null) { name }
            }
            """,
            new { email = TestUsers.NewEmail(), password = Password });

        Assert.Equal("", user.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("_id")]
    [InlineData(".id")]
    [InlineData("-id")]
    [InlineData("two words")]
    [InlineData("1234567890123456789012345678901234567")]
    public async Task A_malformed_id_is_refused(string userId)
    {
        Assert.Equal(
            "general_argument_invalid 400", await TryAsync(userId, TestUsers.NewEmail(), Password, "Ada"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData(" ada@example.com")]
    public async Task A_malformed_address_is_refused(string email)
    {
        Assert.Equal("general_argument_invalid 400", await TryAsync("unique()", email, Password, "Ada"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7 chars")]
    [InlineData("password")]
    public async Task A_short_or_common_password_is_refused(string password)
    {
        Assert.Equal(
            "general_argument_invalid 400", await TryAsync("unique()", TestUsers.NewEmail(), password, "Ada"));
    }

    [Fact]
    public async Task A_password_is_measured_in_bytes()
    {
        var longest = new string('é', 128);

        Assert.Null(await TryAsync("unique()", TestUsers.NewEmail(), longest, "Ada"));
        Assert.Equal(
            "general_argument_invalid 400", await TryAsync("unique()", TestUsers.NewEmail(), longest + "e", "Ada"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("129")]
    public async Task An_empty_or_overlong_name_is_refused(string name)
    {
        var sent = name.Length == 0 ? "" : new string('n', 129);

        Assert.Equal(
            "general_argument_invalid 400", await TryAsync("unique()", TestUsers.NewEmail(), Password, sent));
    }

    [Fact]
    public async Task A_password_with_personal_data_is_refused()
    {
        Assert.Equal(
            "password_personal_data 400",
            await TryAsync("grace-hopper", TestUsers.NewEmail(), "xx-Grace-Hopper-xx", "Ada"));
        Assert.Equal(
            "password_personal_data 400",
            await TryAsync("unique()", "rear.admiral@example.com", "the-REAR.admiral-1", "Ada"));
        Assert.Equal(
            "password_personal_data 400",
            await TryAsync("unique()", TestUsers.NewEmail(), "my name is ada lovelace", "Ada Lovelace"));
    }

    [Fact]
    public async Task A_taken_address_or_id_is_refused()
    {
        var email = TestUsers.NewEmail();
        var id = await _host.RegisterAsync(email);

        Assert.Equal(
            "user_already_exists 409", await TryAsync("unique()", email.ToUpperInvariant(), Password, "Ada"));
        Assert.Equal("user_already_exists 409", await TryAsync(id, TestUsers.NewEmail(), Password, "Ada"));
    }

    [Fact]
    public async Task Of_parallel_registrations_with_one_address_one_wins()
    {
        var email = TestUsers.NewEmail();

        var errors = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => TryAsync("unique()", email, Password, "Ada")));

        Assert.Single(errors, error => error is null);
        Assert.Equal(7, errors.Count(error => error == "user_already_exists 409"));
        using var user = await _host.SignInAsync(email);
        var targets = await user.ValueOfAsync("{ accountGet { targets { identifier } } }");
        Assert.Single(targets.GetProperty("targets").EnumerateArray());
    }

    [Fact]
    public async Task A_signed_in_user_may_register_another_and_stays_who_he_is()
    {
        using var user = await _host.NewUserAsync();
        var before = await user.ValueOfAsync("{ accountGet { _id } }");

        var other = await user.ValueOfAsync(
            """
            mutation ($email: String!, $password: String!) {
              accountCreate(userId: "unique()", email: $email, password: $password) { name prefs { data } }
            }
            """,
            new { email = TestUsers.NewEmail(), password = Password });

        Assert.Equal("", other.GetProperty("name").GetString());
        var after = await user.ValueOfAsync("{ accountGet { _id } }");
        Assert.Equal(before.GetProperty("_id").GetString(), after.GetProperty("_id").GetString());
    }

    [Fact]
    public async Task A_full_project_takes_no_more_users()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:Limit=1");
        await host.RegisterAsync(TestUsers.NewEmail());
        using var guest = host.Guest();

        Assert.Equal(
            "user_count_exceeded 400",
            await guest.ErrorOfAsync(Create, new { email = TestUsers.NewEmail(), password = Password }));
        Assert.Equal(
            "user_count_exceeded 400",
            await guest.ErrorOfAsync("mutation { accountCreateAnonymousSession { _id } }"));
    }

    private async Task<string?> TryAsync(string userId, string email, string password, string name)
    {
        using var guest = _host.Guest();
        var answer = await guest.SendAsync(Create, new { userId, email, password, name });
        return answer.ErrorOrNull;
    }
}
