using System.Text.Json;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Mfa;

/// <summary>accountCreateMfaChallenge, accountUpdateMfaChallenge and accountListMfaFactors.</summary>
public sealed class ChallengeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Who = "{ accountGet { _id } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_challenge_is_shown_without_its_code()
    {
        using var user = await _host.NewUserAsync();

        var answer = await user.SendAsync(
            $"mutation {{ accountCreateMfaChallenge(factor: \"TOTP\") {Fields.Of("MfaChallenge")} }}");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task Factors_are_listed()
    {
        var (pending, _) = await _host.NewPendingAsync();

        var answer = await pending.SendAsync($"{{ accountListMfaFactors {Fields.Of("MfaFactors")} }}");

        Snapshot.Match(answer.Body);
        pending.Dispose();
    }

    [Fact]
    public async Task An_authenticator_code_completes_the_session_once()
    {
        await using var host = await GatewayHost.StartAsync("RateLimits:Enabled=false");
        var (pending, seed) = await host.NewPendingAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = TestAuthenticator.CodeAt(seed, host.Clock.GetUtcNow());

        Assert.Equal("user_more_factors_required 401", await pending.ErrorOfAsync(Who));
        Assert.Null(await pending.PassAsync(await pending.ChallengeAsync("totp"), code));

        await pending.ValueOfAsync(Who);
        var session = await pending.ValueOfAsync(
            "{ accountGetSession(sessionId: \"current\") { factors mfaUpdatedAt } }");
        Assert.Equal("""["password","totp"]""", session.GetProperty("factors").GetRawText());
        Assert.NotEqual("", session.GetProperty("mfaUpdatedAt").GetString());
        Assert.Equal(
            "user_invalid_token 401", await pending.PassAsync(await pending.ChallengeAsync("totp"), code));
        pending.Dispose();
    }

    [Fact]
    public async Task A_mailed_code_completes_a_session_opened_by_password()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await _host.VerifyEmailAsync(user, email);
        await user.ValueOfAsync("mutation { accountUpdateMFA(mfa: true) { _id } }");
        await user.ValueOfAsync(Who);
        using var pending = await _host.SignInAsync(email);

        var challenge = await pending.ChallengeAsync("email");
        var code = await _host.CodeSentToAsync(email, "mfaChallenge");

        Assert.Equal("user_invalid_token 401", await pending.PassAsync(challenge, "wrong"));
        Assert.Equal("user_invalid_token 401", await user.PassAsync(challenge, code));
        Assert.Null(await pending.PassAsync(challenge, code));
        Assert.Equal("user_invalid_token 401", await pending.PassAsync(challenge, code));
        await pending.ValueOfAsync(Who);
    }

    [Fact]
    public async Task The_second_factor_is_another_channel_than_the_first()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await _host.VerifyEmailAsync(user, email);
        await user.ValueOfAsync("mutation { accountUpdateMFA(mfa: true) { _id } }");
        using var pending = _host.Guest();
        var token = await pending.ValueOfAsync(
            "mutation ($email: String!) { accountCreateEmailToken(userId: \"unique()\", email: $email) { userId } }",
            new { email });
        await pending.ValueOfAsync(
            """
            mutation ($userId: String!, $secret: String!) {
              accountCreateSession(userId: $userId, secret: $secret) { _id }
            }
            """,
            new { userId = token.GetProperty("userId").GetString(), secret = await _host.CodeSentToAsync(email) });
        var challenge = await pending.ChallengeAsync("email");

        Assert.Null(await pending.PassAsync(challenge, await _host.CodeSentToAsync(email, "mfaChallenge")));

        Assert.Equal("user_more_factors_required 401", await pending.ErrorOfAsync(Who));
    }

    [Theory]
    [InlineData("email", "user_email_not_verified 400")]
    [InlineData("phone", "user_phone_not_found 400")]
    [InlineData("sms", "general_argument_invalid 400")]
    [InlineData("", "general_argument_invalid 400")]
    public async Task A_factor_that_cannot_be_used_is_refused(string factor, string error)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(
            error,
            await user.ErrorOfAsync(
                "mutation ($factor: String!) { accountCreateMfaChallenge(factor: $factor) { _id } }", new { factor }));
    }

    [Fact]
    public async Task An_unverified_number_and_a_missing_address_are_no_factors()
    {
        using var user = _host.Guest();
        await user.ValueOfAsync("mutation { accountCreateAnonymousSession { _id } }");
        const string ByMail = "mutation { accountCreateMfaChallenge(factor: \"email\") { _id } }";
        Assert.Equal("user_email_not_found 400", await user.ErrorOfAsync(ByMail));

        await user.ValueOfAsync(
            "mutation ($p: String!) { accountUpdatePhone(phone: \"+4915188888888\", password: $p) { _id } }",
            new { p = TestUsers.Password });

        Assert.Equal(
            "user_phone_not_verified 400",
            await user.ErrorOfAsync("mutation { accountCreateMfaChallenge(factor: \"phone\") { _id } }"));
    }

    [Fact]
    public async Task A_challenge_ends_with_its_time()
    {
        await using var host = await GatewayHost.StartAsync();
        var (pending, seed) = await host.NewPendingAsync();
        var challenge = await pending.ChallengeAsync("totp");

        host.Clock.Advance(TimeSpan.FromSeconds(3601));

        var code = TestAuthenticator.CodeAt(seed, host.Clock.GetUtcNow());
        Assert.Equal("user_invalid_token 401", await pending.PassAsync(challenge, code));
        Assert.Equal("user_invalid_token 401", await pending.PassAsync("nothing", code));
        pending.Dispose();
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_parallel_callers_share_it()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await _host.AddAuthenticatorAsync(user);
        var codes = (await user.ValueOfAsync("mutation { accountCreateMfaRecoveryCodes { recoveryCodes } }"))
            .GetProperty("recoveryCodes").Deserialize<string[]>()!;
        await user.ValueOfAsync("mutation { accountUpdateMFA(mfa: true) { _id } }");
        using var pending = await _host.SignInAsync(email);
        var challenges = new List<string>();
        for (var i = 0; i < 8; i++) challenges.Add(await pending.ChallengeAsync("recoverycode"));

        var results = await Task.WhenAll(challenges.Select(challenge => pending.PassAsync(challenge, codes[0])));

        Assert.Single(results, error => error is null);
        await pending.ValueOfAsync(Who);
        var left = await pending.ValueOfAsync("{ accountGetMfaRecoveryCodes { recoveryCodes } }");
        Assert.Equal(codes[1..], left.GetProperty("recoveryCodes").Deserialize<string[]>());
    }
}
