using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Tokens;

/// <summary>accountCreateEmailToken, accountCreateMagicURLToken, accountCreatePhoneToken, and the three names of
/// the exchange of a token for a session.</summary>
public sealed class TokenSignInTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly GatewayHost _host = shared.Host;

    public static TheoryData<string> Exchanges =>
        ["accountCreateSession", "accountUpdateMagicURLSession", "accountUpdatePhoneSession"];

    [Fact]
    public async Task A_mailed_code_signs_in()
    {
        using var guest = _host.Guest();

        var token = await guest.SendAsync(
            $"mutation {{ accountCreateEmailToken(userId: \"ada\", email: \"Ada@Example.com\") {Fields.Token} }}");
        var session = await guest.SendAsync(
            $$"""
            mutation ($secret: String!) {
              accountCreateSession(userId: "ada", secret: $secret) {{Fields.Session}}
            }
            """,
            new { secret = await _host.CodeSentToAsync("ada@example.com") });

        Snapshot.Match(token.Body, "token");
        Snapshot.Match(session.Body, "session");
        Assert.True((await guest.ValueOfAsync("{ accountGet { emailVerification } }"))
            .GetProperty("emailVerification").GetBoolean());
    }

    [Fact]
    public async Task A_mailed_link_signs_in()
    {
        using var guest = _host.Guest();

        var token = await guest.SendAsync(
            $$"""
            mutation {
              accountCreateMagicURLToken(userId: "grace", email: "grace@example.com", url: "http://localhost/?a=b&c=d")
              {{Fields.Token}}
            }
            """);
        var secret = await _host.LinkParameterSentToAsync("grace@example.com", "secret");
        var session = await guest.SendAsync(
            $$"""
            mutation ($secret: String!) {
              accountUpdateMagicURLSession(userId: "grace", secret: $secret) {{Fields.Session}}
            }
            """,
            new { secret });

        Snapshot.Match(token.Body, "token");
        Snapshot.Match(session.Body, "session");
        Assert.Equal("b", await _host.LinkParameterSentToAsync("grace@example.com", "a"));
        Assert.Equal("d", await _host.LinkParameterSentToAsync("grace@example.com", "c"));
        Assert.Equal("default", await _host.LinkParameterSentToAsync("grace@example.com", "project"));
    }

    [Fact]
    public async Task A_texted_code_signs_in()
    {
        using var guest = _host.Guest();

        var token = await guest.SendAsync(
            $"mutation {{ accountCreatePhoneToken(userId: \"emmy\", phone: \"+4915112345678\") {Fields.Token} }}");
        var session = await guest.SendAsync(
            $$"""
            mutation ($secret: String!) {
              accountUpdatePhoneSession(userId: "emmy", secret: $secret) {{Fields.Session}}
            }
            """,
            new { secret = await _host.CodeSentToAsync("+4915112345678") });
        var user = await guest.SendAsync($"{{ accountGet {Fields.User} }}");

        Snapshot.Match(token.Body, "token");
        Snapshot.Match(session.Body, "session");
        Snapshot.Match(user.Body, "user");
    }

    [Fact]
    public async Task A_phrase_is_shown_and_mailed()
    {
        using var guest = _host.Guest();
        var email = TestUsers.NewEmail();

        var token = await guest.ValueOfAsync(
            """
            mutation ($email: String!) {
              accountCreateEmailToken(userId: "unique()", email: $email, phrase: true) { phrase }
            }
            """,
            new { email });

        var phrase = token.GetProperty("phrase").GetString()!;
        Assert.Matches("^[A-Z][a-z]+ [a-z]+$", phrase);
        await _host.CodeSentToAsync(email);
        Assert.Contains(phrase, Assert.Single(await _host.MessagesToAsync(email)).GetProperty("text").GetString());
    }

    [Theory]
    [MemberData(nameof(Exchanges))]
    public async Task A_code_works_once_for_its_user_alone(string exchange)
    {
        var (email, userId) = await RequestCodeAsync();
        var code = await _host.CodeSentToAsync(email);
        var stranger = await _host.RegisterAsync(TestUsers.NewEmail());

        Assert.Equal("user_invalid_token 401", await ExchangeAsync(exchange, userId, "wrong"));
        Assert.Equal("user_invalid_token 401", await ExchangeAsync(exchange, stranger, code));
        Assert.Equal("user_invalid_token 401", await ExchangeAsync(exchange, "nobody", code));
        Assert.Equal("general_argument_invalid 400", await ExchangeAsync(exchange, userId, ""));
        Assert.Null(await ExchangeAsync(exchange, userId, code));
        Assert.Equal("user_invalid_token 401", await ExchangeAsync(exchange, userId, code));
    }

    [Fact]
    public async Task Of_parallel_callers_one_gets_a_session()
    {
        var (email, userId) = await RequestCodeAsync();
        var code = await _host.CodeSentToAsync(email);

        var errors = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => ExchangeAsync("accountCreateSession", userId, code)));

        Assert.Single(errors, error => error is null);
        Assert.Equal(7, errors.Count(error => error == "user_invalid_token 401"));
    }

    [Fact]
    public async Task A_code_of_another_purpose_signs_nobody_in()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await user.ValueOfAsync("mutation { accountCreateVerification(url: \"http://localhost/\") { _id } }");

        Assert.Equal(
            "user_invalid_token 401",
            await ExchangeAsync(
                "accountCreateSession",
                await _host.LinkParameterSentToAsync(email, "userId"),
                await _host.LinkParameterSentToAsync(email, "secret")));
    }

    [Fact]
    public async Task A_code_ends_with_its_time()
    {
        await using var host = await GatewayHost.StartAsync();
        using var guest = host.Guest();
        await guest.ValueOfAsync(
            "mutation { accountCreateEmailToken(userId: \"ada\", email: \"ada@example.com\") { _id } }");
        var code = await host.CodeSentToAsync("ada@example.com");

        host.Clock.Advance(TimeSpan.FromSeconds(901));

        Assert.Equal(
            "user_invalid_token 401",
            await guest.ErrorOfAsync(
                "mutation ($secret: String!) { accountCreateSession(userId: \"ada\", secret: $secret) { _id } }",
                new { secret = code }));
    }

    [Theory]
    [InlineData("accountCreateEmailToken(userId: \"-\", email: \"a@example.com\")")]
    [InlineData("accountCreateEmailToken(userId: \"unique()\", email: \"a\")")]
    [InlineData("accountCreateMagicURLToken(userId: \"unique()\", email: \"a\")")]
    [InlineData("accountCreateMagicURLToken(userId: \"a\", email: \"a@b.example\", url: \"https://c.example/\")")]
    [InlineData("accountCreateMagicURLToken(userId: \"a\", email: \"a@b.example\", url: \"localhost/in\")")]
    [InlineData("accountCreateMagicURLToken(userId: \"a\", email: \"a@b.example\", url: \"\")")]
    [InlineData("accountCreateMagicURLToken(userId: \"a\", email: \"a@b.example\", url: \"javascript://localhost/\")")]
    [InlineData("accountCreatePhoneToken(userId: \"unique()\", phone: \"015112345678\")")]
    [InlineData("accountCreatePhoneToken(userId: \"unique()\", phone: \"+0123456789\")")]
    [InlineData("accountCreatePhoneToken(userId: \"unique()\", phone: \"+49 151 12345678\")")]
    [InlineData("accountCreatePhoneToken(userId: \"unique()\", phone: \"+999123456789\")")]
    public async Task Malformed_arguments_are_refused(string field)
    {
        using var guest = _host.Guest();

        Assert.Equal("general_argument_invalid 400", await guest.ErrorOfAsync($"mutation {{ {field} {{ _id }} }}"));
    }

    [Theory]
    [InlineData("accountCreateEmailToken(userId: \"{0}\", email: \"new-{0}@example.com\")")]
    [InlineData("accountCreateMagicURLToken(userId: \"{0}\", email: \"new-{0}@example.com\")")]
    [InlineData("accountCreatePhoneToken(userId: \"{0}\", phone: \"+4915199999999\")")]
    public async Task A_taken_id_is_refused(string format)
    {
        var id = await _host.RegisterAsync(TestUsers.NewEmail());
        using var guest = _host.Guest();

        Assert.Equal(
            "user_already_exists 409",
            await guest.ErrorOfAsync($"mutation {{ {string.Format(null, format, id)} {{ _id }} }}"));
    }

    [Fact]
    public async Task A_full_project_takes_no_new_addresses_and_serves_the_known()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:Limit=1");
        await host.RegisterAsync("ada@example.com");
        using var guest = host.Guest();

        foreach (var field in (string[])
            [
                "accountCreateEmailToken(userId: \"unique()\", email: \"new@example.com\")",
                "accountCreateMagicURLToken(userId: \"unique()\", email: \"new@example.com\")",
                "accountCreatePhoneToken(userId: \"unique()\", phone: \"+4915112345678\")",
            ])
        {
            Assert.Equal("user_count_exceeded 400", await guest.ErrorOfAsync($"mutation {{ {field} {{ _id }} }}"));
        }

        await guest.ValueOfAsync(
            "mutation { accountCreateEmailToken(userId: \"unique()\", email: \"ada@example.com\") { _id } }");
    }

    [Fact]
    public async Task A_mock_number_gets_its_fixed_code_and_no_message()
    {
        await using var host = await GatewayHost.StartAsync(
            "Projects:default:Auth:MockNumbers:0:Phone=+4915100000000",
            "Projects:default:Auth:MockNumbers:0:Otp=424242");
        using var guest = host.Guest();

        await guest.ValueOfAsync(
            "mutation { accountCreatePhoneToken(userId: \"ada\", phone: \"+4915100000000\") { _id } }");
        await guest.ValueOfAsync("mutation { accountCreateSession(userId: \"ada\", secret: \"424242\") { _id } }");

        Assert.Empty(await host.MessagesToAsync("+4915100000000"));
    }

    private async Task<(string Email, string UserId)> RequestCodeAsync()
    {
        var email = TestUsers.NewEmail();
        using var guest = _host.Guest();
        var token = await guest.ValueOfAsync(
            "mutation ($email: String!) { accountCreateEmailToken(userId: \"unique()\", email: $email) { userId } }",
            new { email });
        return (email, token.GetProperty("userId").GetString()!);
    }

    private async Task<string?> ExchangeAsync(string exchange, string userId, string secret)
    {
        using var guest = _host.Guest();
        var answer = await guest.SendAsync(
            $$"""
            mutation ($userId: String!, $secret: String!) {
              {{exchange}}(userId: $userId, secret: $secret) { _id }
            }
            """,
            new { userId, secret });
        return answer.ErrorOrNull;
    }
}
