using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Mfa;

/// <summary>Authenticator apps: create, verify, delete; and accountUpdateMFA.</summary>
public sealed class AuthenticatorTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Create = "mutation { accountCreateMfaAuthenticator(type: \"totp\") { secret uri } }";
    private const string Delete = "mutation { accountDeleteMfaAuthenticator(type: \"totp\") { status } }";

    private const string Verify =
        "mutation ($otp: String!) { accountUpdateMfaAuthenticator(type: \"totp\", otp: $otp) { mfa } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task An_authenticator_is_made_verified_and_deleted()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");
        Assert.Equal("user_authenticator_not_found 404", await user.ErrorOfAsync(Verify, new { otp = "123456" }));

        var made = await user.ValueOfAsync(Create);
        var seed = made.GetProperty("secret").GetString()!;
        Assert.Matches("^[A-Z2-7]{103}$", seed);
        Assert.Equal(
            $"otpauth://totp/AccountGraph%3Aada%40example.com?issuer=AccountGraph&secret={seed}",
            made.GetProperty("uri").GetString());

        Assert.Equal("user_invalid_token 401", await user.ErrorOfAsync(Verify, new { otp = "wrong" }));
        var verified = await user.SendAsync(
            Verify.Replace("{ mfa }", Fields.User),
            new { otp = TestAuthenticator.CodeAt(seed, _host.Clock.GetUtcNow()) });
        Snapshot.Match(verified.Body);
        Assert.Equal("user_authenticator_already_verified 409", await user.ErrorOfAsync(Create));
        Assert.Equal(
            "user_authenticator_already_verified 409", await user.ErrorOfAsync(Verify, new { otp = "123456" }));
        Assert.Equal("user_challenge_required 401", await user.ErrorOfAsync(Delete));
    }

    [Fact]
    public async Task A_fresh_session_deletes_it()
    {
        await using var host = await GatewayHost.StartAsync("RateLimits:Enabled=false");
        var (pending, seed) = await host.NewPendingAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await pending.PassAsync(
            await pending.ChallengeAsync("totp"), TestAuthenticator.CodeAt(seed, host.Clock.GetUtcNow())));

        host.Clock.Advance(TimeSpan.FromSeconds(1799));
        await pending.ValueOfAsync(Delete);
        Assert.Equal("user_authenticator_not_found 404", await pending.ErrorOfAsync(Delete));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("user_challenge_required 401", await pending.ErrorOfAsync(Delete));
        pending.Dispose();
    }

    [Theory]
    [InlineData("mutation { accountCreateMfaAuthenticator(type: \"sms\") { secret } }")]
    [InlineData("mutation { accountUpdateMfaAuthenticator(type: \"\", otp: \"123456\") { _id } }")]
    [InlineData("mutation { accountUpdateMfaAuthenticator(type: \"totp\", otp: \"\") { _id } }")]
    public async Task Malformed_arguments_are_refused(string document)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(document));
    }

    [Fact]
    public async Task MFA_without_a_factor_changes_nothing_and_is_switched_off_again()
    {
        await _host.RegisterAsync("grace@example.com");
        using var user = await _host.SignInAsync("grace@example.com");

        var on = await user.SendAsync($"mutation {{ accountUpdateMFA(mfa: true) {Fields.User} }}");
        using var other = await _host.SignInAsync("grace@example.com");
        await other.ValueOfAsync("{ accountGet { _id } }");
        var off = await other.ValueOfAsync("mutation { accountUpdateMFA(mfa: false) { mfa } }");

        Snapshot.Match(on.Body);
        Assert.False(off.GetProperty("mfa").GetBoolean());
    }

    [Fact]
    public async Task Recovery_codes_are_made_once_and_replaced_by_a_fresh_session()
    {
        await using var host = await GatewayHost.StartAsync("RateLimits:Enabled=false");
        var (pending, seed) = await host.NewPendingAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await pending.PassAsync(
            await pending.ChallengeAsync("totp"), TestAuthenticator.CodeAt(seed, host.Clock.GetUtcNow())));
        const string Get = "{ accountGetMfaRecoveryCodes { recoveryCodes } }";
        const string Make = "mutation { accountCreateMfaRecoveryCodes { recoveryCodes } }";
        const string Replace = "mutation { accountUpdateMfaRecoveryCodes { recoveryCodes } }";

        Assert.Equal("user_recovery_codes_not_found 404", await pending.ErrorOfAsync(Get));
        Assert.Equal("user_recovery_codes_not_found 404", await pending.ErrorOfAsync(Replace));
        var made = await pending.ValueOfAsync(Make);
        Assert.Equal("user_recovery_codes_already_exists 409", await pending.ErrorOfAsync(Make));
        var read = await pending.ValueOfAsync(Get);
        var replaced = await pending.ValueOfAsync(Replace);

        var codes = made.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!).ToList();
        Assert.Equal(6, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9a-f]{10}$", code));
        Assert.Equal(made.GetRawText(), read.GetRawText());
        Assert.NotEqual(made.GetRawText(), replaced.GetRawText());
        pending.Dispose();
    }
}
