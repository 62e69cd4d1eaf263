using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Verification;

/// <summary>Proving an address or number: the two pairs of operations.</summary>
public sealed class VerificationTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string AskByMail = "mutation { accountCreateVerification(url: \"http://localhost/verify\") { _id } }";
    private const string AskByText = "mutation { accountCreatePhoneVerification { _id } }";

    private const string ProveMail =
        """
        mutation ($userId: String!, $secret: String!) {
          accountUpdateVerification(userId: $userId, secret: $secret) { _id }
        }
        """;

    private const string ProvePhone =
        """
        mutation ($userId: String!, $secret: String!) {
          accountUpdatePhoneVerification(userId: $userId, secret: $secret) { _id }
        }
        """;

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_mailed_link_proves_the_address_whoever_follows_it()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");
        using var guest = _host.Guest();

        var asked = await user.SendAsync(
            $"mutation {{ accountCreateVerification(url: \"http://localhost/verify\") {Fields.Token} }}");
        var variables = new
        {
            userId = await _host.LinkParameterSentToAsync("ada@example.com", "userId"),
            secret = await _host.LinkParameterSentToAsync("ada@example.com", "secret"),
        };
        var proved = await guest.SendAsync(ProveMail.Replace("{ _id }", Fields.Token), variables);

        Snapshot.Match(asked.Body, "asked");
        Snapshot.Match(proved.Body, "proved");
        var account = await user.ValueOfAsync("{ accountGet { emailVerification } }");
        Assert.True(account.GetProperty("emailVerification").GetBoolean());
        Assert.Equal("user_email_already_verified 409", await user.ErrorOfAsync(AskByMail));
        Assert.Equal("user_invalid_token 401", await guest.ErrorOfAsync(ProveMail, variables));
        Assert.Equal(
            "user_not_found 404", await guest.ErrorOfAsync(ProveMail, new { userId = "nobody", variables.secret }));
    }

    [Fact]
    public async Task A_texted_code_proves_the_number()
    {
        const string Phone = "+4915112345678";
        using var user = await _host.NewUserAsync();
        var id = (await user.ValueOfAsync("{ accountGet { _id } }")).GetProperty("_id").GetString();
        Assert.Equal("user_phone_not_found 400", await user.ErrorOfAsync(AskByText));
        await user.ValueOfAsync(
            """
            mutation ($password: String!) {
              accountUpdatePhone(phone: "+4915112345678", password: $password) { _id }
            }
            """,
            new { password = TestUsers.Password });

        var asked = await user.SendAsync($"mutation {{ accountCreatePhoneVerification {Fields.Token} }}");
        var variables = new { userId = id, secret = await _host.CodeSentToAsync(Phone) };
        using var guest = _host.Guest();
        var proved = await guest.SendAsync(ProvePhone.Replace("{ _id }", Fields.Token), variables);

        Snapshot.Match(asked.Body, "asked");
        Snapshot.Match(proved.Body, "proved");
        Assert.Equal("user_phone_already_verified 409", await user.ErrorOfAsync(AskByText));
        Assert.Equal("user_invalid_token 401", await guest.ErrorOfAsync(ProvePhone, variables));
        Assert.Equal(
            "user_not_found 404", await guest.ErrorOfAsync(ProvePhone, new { userId = "nobody", variables.secret }));
    }

    [Fact]
    public async Task Whoever_has_no_address_cannot_prove_it()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");

        Assert.Equal("user_email_not_found 400", await user.ErrorOfAsync(AskByMail));
    }

    [Fact]
    public async Task A_link_proves_only_the_address_that_it_was_sent_to()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await user.ValueOfAsync(AskByMail);
        var variables = new
        {
            userId = await _host.LinkParameterSentToAsync(email, "userId"),
            secret = await _host.LinkParameterSentToAsync(email, "secret"),
        };

        await user.ValueOfAsync(
            """
            mutation ($email: String!, $password: String!) {
              accountUpdateEmail(email: $email, password: $password) { _id }
            }
            """,
            new { email = TestUsers.NewEmail(), password = TestUsers.Password });

        Assert.Equal("user_invalid_token 401", await user.ErrorOfAsync(ProveMail, variables));
    }

    [Fact]
    public async Task A_foreign_url_is_refused()
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync("mutation { accountCreateVerification(url: \"https://other.example\") { _id } }"));
    }

    [Fact]
    public async Task Links_live_for_a_week_and_codes_for_a_quarter_of_an_hour()
    {
        await using var host = await GatewayHost.StartAsync();
        var email = TestUsers.NewEmail();
        var userId = await host.RegisterAsync(email);
        using var user = await host.SignInAsync(email);
        await user.ValueOfAsync(AskByMail);
        var secret = await host.LinkParameterSentToAsync(email, "secret");

        host.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal("user_invalid_token 401", await user.ErrorOfAsync(ProveMail, new { userId, secret }));

        await user.ValueOfAsync(
            """
            mutation ($password: String!) {
              accountUpdatePhone(phone: "+4915112345678", password: $password) { _id }
            }
            """,
            new { password = TestUsers.Password });
        await user.ValueOfAsync(AskByText);
        secret = await host.CodeSentToAsync("+4915112345678");
        host.Clock.Advance(TimeSpan.FromSeconds(901));
        Assert.Equal("user_invalid_token 401", await user.ErrorOfAsync(ProvePhone, new { userId, secret }));
    }
}
