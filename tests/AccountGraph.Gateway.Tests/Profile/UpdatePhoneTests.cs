using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class UpdatePhoneTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Update =
        """
        mutation ($phone: String!, $password: String!) {
          accountUpdatePhone(phone: $phone, password: $password) { phone phoneVerification targets { identifier } }
        }
        """;

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_number_is_set_and_awaits_its_proof()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync(
            $$"""
            mutation ($password: String!) {
              accountUpdatePhone(phone: "+4915112345678", password: $password) {{Fields.User}}
            }
            """,
            new { password = TestUsers.Password });

        Snapshot.Match(answer.Body);
        Assert.Empty(await _host.MessagesToAsync("+4915112345678"));
    }

    [Theory]
    [InlineData("+4915112345679", "wrong-password", "user_invalid_credentials 401")]
    [InlineData("015112345678", TestUsers.Password, "general_argument_invalid 400")]
    [InlineData("+4915112345679", "short", "general_argument_invalid 400")]
    public async Task Wrong_and_malformed_arguments_are_refused(string phone, string password, string error)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(error, await user.ErrorOfAsync(Update, new { phone, password }));
    }

    [Fact]
    public async Task A_number_that_is_a_target_already_is_refused()
    {
        using var first = _host.Guest();
        await first.ValueOfAsync(
            "mutation { accountCreatePhoneToken(userId: \"unique()\", phone: \"+4915122222222\") { _id } }");
        using var second = await _host.NewUserAsync();

        Assert.Equal(
            "user_target_already_exists 409",
            await second.ErrorOfAsync(Update, new { phone = "+4915122222222", password = TestUsers.Password }));
    }

    [Fact]
    public async Task A_number_of_another_user_is_refused()
    {
        using var first = await _host.NewUserAsync();
        using var second = await _host.NewUserAsync();
        var variables = new { phone = "+4915133333333", password = TestUsers.Password };
        await first.ValueOfAsync(Update, variables);

        Assert.Equal("user_phone_already_exists 409", await second.ErrorOfAsync(Update, variables));
    }

    [Fact]
    public async Task The_target_of_the_old_number_follows()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync(
            "mutation { accountCreatePhoneToken(userId: \"emmy\", phone: \"+4915144444444\") { _id } }");
        await user.ValueOfAsync(
            "mutation ($secret: String!) { accountCreateSession(userId: \"emmy\", secret: $secret) { _id } }",
            new { secret = await _host.CodeSentToAsync("+4915144444444") });

        var account = await user.ValueOfAsync(
            Update, new { phone = "+4915155555555", password = TestUsers.Password });

        Assert.Equal("""[{"identifier":"+4915155555555"}]""", account.GetProperty("targets").GetRawText());
        Assert.False(account.GetProperty("phoneVerification").GetBoolean());
    }

    [Fact]
    public async Task Thirty_wrong_passwords_an_hour_are_enough()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();
        var wrong = new { phone = "+4915112345678", password = "wrong-password" };

        for (var attempt = 0; attempt < 30; attempt++)
        {
            Assert.Equal("user_invalid_credentials 401", await user.ErrorOfAsync(Update, wrong));
        }

        Assert.Equal("general_rate_limit_exceeded 429", await user.ErrorOfAsync(Update, wrong));
    }
}
