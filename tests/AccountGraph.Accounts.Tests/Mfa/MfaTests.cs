using System.Globalization;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Tests.Tokens;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Mfa;

public sealed class MfaTests
{
    [Fact]
    public async Task The_session_that_switches_mfa_on_is_not_locked_out_and_the_others_are()
    {
        await using var host = await AccountsHost.StartAsync();
        var (user, own) = await WithEmailFactorAsync(host);
        var other = await host.SignInAsync(user);

        await SwitchAsync(host, await host.ReadCallAsync(own), on: true);

        Assert.False((await host.ReadCallAsync(own)).SignedIn.AwaitsFactor);
        Assert.True((await host.ReadCallAsync(other)).SignedIn.AwaitsFactor);
        Assert.Equal("mfaChanged", host.Queue.Mails[^1].Kind);
    }

    [Fact]
    public async Task Without_a_usable_factor_mfa_asks_for_nothing()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        await SwitchAsync(host, await host.ReadCallAsync(await host.SignInAsync(user)), on: true);

        Assert.False((await host.ReadCallAsync(await host.SignInAsync(user))).SignedIn.AwaitsFactor);
    }

    [Fact]
    public async Task A_code_by_mail_completes_the_session_and_makes_it_fresh()
    {
        await using var host = await AccountsHost.StartAsync();
        var (_, pending) = await PendingAsync(host);

        var challenge = await ChallengeAsync(host, pending, "email");
        var wrong = await AnswerAsync(host, pending, challenge, "000000x");
        var right = await AnswerAsync(host, pending, challenge, host.Queue.LastCode());
        var again = await AnswerAsync(host, pending, challenge, host.Queue.LastCode());

        Assert.Equal(AccountErrors.InvalidToken, wrong.Error);
        Assert.True(right.IsSuccess);
        Assert.Equal(AccountErrors.InvalidToken, again.Error);
        var caller = (await host.ReadCallAsync(pending)).SignedIn;
        Assert.Equal((false, true), (caller.AwaitsFactor, caller.HasFreshFactor));
        Assert.Equal(["password", "email"], caller.Current!.Factors);

        host.Clock.Advance(TimeSpan.FromMilliseconds(1_800_001));
        Assert.False((await host.ReadCallAsync(pending)).SignedIn.HasFreshFactor);
    }

    [Fact]
    public async Task The_same_channel_twice_is_no_second_factor()
    {
        await using var host = await AccountsHost.StartAsync();
        var (user, _) = await PendingAsync(host);
        await host.Get<CreateEmailTokenHandler>()
            .HandleAsync(new("unique()", user.Email!, null), host.Guest(), default);
        var opened = await host.Get<CreateSessionHandler>()
            .HandleAsync(new(user.Id, host.Queue.LastCode()), host.Guest(), default);

        var challenge = await ChallengeAsync(host, opened.Value, "email");
        await AnswerAsync(host, opened.Value, challenge, host.Queue.LastCode());

        Assert.True((await host.ReadCallAsync(opened.Value)).SignedIn.AwaitsFactor);
    }

    [Fact]
    public async Task A_challenge_serves_its_own_session_only()
    {
        await using var host = await AccountsHost.StartAsync();
        var (user, pending) = await PendingAsync(host);
        var other = await host.SignInAsync(user);
        var challenge = await ChallengeAsync(host, pending, "email");
        var code = host.Queue.LastCode();

        Assert.Equal(AccountErrors.InvalidToken, (await AnswerAsync(host, other, challenge, code)).Error);
        Assert.True((await AnswerAsync(host, pending, challenge, code)).IsSuccess);
    }

    [Fact]
    public async Task A_challenge_expires()
    {
        await using var host = await AccountsHost.StartAsync();
        var (_, pending) = await PendingAsync(host);
        var challenge = await ChallengeAsync(host, pending, "email");

        host.Clock.Advance(TimeSpan.FromMilliseconds(3_600_001));

        Assert.Equal(
            AccountErrors.InvalidToken, (await AnswerAsync(host, pending, challenge, host.Queue.LastCode())).Error);
    }

    [Fact]
    public async Task A_challenge_is_dead_after_ten_wrong_tries()
    {
        await using var host = await AccountsHost.StartAsync();
        var (_, pending) = await PendingAsync(host);
        var challenge = await ChallengeAsync(host, pending, "email");
        for (var i = 0; i < 10; i++) await AnswerAsync(host, pending, challenge, "wrong");

        Assert.Equal(
            AccountErrors.InvalidToken, (await AnswerAsync(host, pending, challenge, host.Queue.LastCode())).Error);
    }

    [Fact]
    public async Task Of_32_answers_to_one_challenge_one_passes()
    {
        await using var host = await AccountsHost.StartAsync();
        var (_, pending) = await PendingAsync(host);
        var challenge = await ChallengeAsync(host, pending, "email");
        var code = host.Queue.LastCode();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await AnswerAsync(host, pending, challenge, code))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Theory]
    [InlineData("phone", "user_phone_not_found")]
    [InlineData("email", "user_email_not_verified")]
    [InlineData("fingerprint", "general_argument_invalid")]
    public async Task An_unusable_factor_is_refused(string factor, string type)
    {
        await using var host = await AccountsHost.StartAsync();

        var created = await host.Get<CreateMfaChallengeHandler>()
            .HandleAsync(new(factor), await host.SignedInAsync(), default);

        Assert.Equal(type, created.Error!.Type);
    }

    [Fact]
    public async Task An_authenticator_counts_once_its_first_code_was_entered()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync("anna@example.org"));
        var call = await host.ReadCallAsync(own);

        var made = await host.Get<CreateMfaAuthenticatorHandler>().HandleAsync(new("TOTP"), call, default);
        Assert.False((await FactorsAsync(host, call)).Totp);
        var wrong = await EnterAsync(host, call, "000000x");
        var entered = await EnterAsync(host, call, CodeOf(host, made.Value.Secret));
        var again = await host.Get<CreateMfaAuthenticatorHandler>().HandleAsync(new("totp"), call, default);

        Assert.StartsWith(
            "otpauth://totp/Shop%3Aanna%40example.org?issuer=Shop&secret=", made.Value.Uri, StringComparison.Ordinal);
        Assert.Equal(AccountErrors.InvalidToken, wrong.Error);
        Assert.True(entered.IsSuccess);
        Assert.True((await FactorsAsync(host, call)).Totp);
        Assert.Equal(["password", "totp"], (await host.ReadCallAsync(own)).SignedIn.Current!.Factors);
        Assert.Equal(AccountErrors.AuthenticatorAlreadyVerified, again.Error);
    }

    [Fact]
    public async Task An_unverified_authenticator_is_replaced_and_its_codes_are_void()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var handler = host.Get<CreateMfaAuthenticatorHandler>();
        var first = await handler.HandleAsync(new("totp"), call, default);
        var second = await handler.HandleAsync(new("totp"), call, default);

        var byFirst = await EnterAsync(host, call, CodeOf(host, first.Value.Secret));
        var bySecond = await EnterAsync(host, call, CodeOf(host, second.Value.Secret));

        Assert.Equal(AccountErrors.InvalidToken, byFirst.Error);
        Assert.True(bySecond.IsSuccess);
    }

    [Fact]
    public async Task The_code_of_a_time_step_works_once()
    {
        await using var host = await AccountsHost.StartAsync();
        var (user, seed) = await WithAuthenticatorAsync(host);
        var pending = await host.SignInAsync(user);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf(host, seed);

        var first = await AnswerAsync(host, pending, await ChallengeAsync(host, pending, "totp"), code);
        var second = await AnswerAsync(host, pending, await ChallengeAsync(host, pending, "totp"), code);

        Assert.True(first.IsSuccess);
        Assert.Equal(AccountErrors.InvalidToken, second.Error);
    }

    [Fact]
    public async Task Of_32_challenges_answered_by_one_totp_code_one_passes()
    {
        await using var host = await AccountsHost.StartAsync();
        var (user, seed) = await WithAuthenticatorAsync(host);
        var pending = await host.SignInAsync(user);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf(host, seed);
        var challenges = new List<string>();
        for (var i = 0; i < 16; i++) challenges.Add(await ChallengeAsync(host, pending, "totp"));

        var outcomes = await Task.WhenAll(challenges.Concat(challenges).Select(
            challenge => Task.Run(async () => await AnswerAsync(host, pending, challenge, code))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task Setting_up_an_authenticator_is_guessed_ten_times_an_hour()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var made = await host.Get<CreateMfaAuthenticatorHandler>().HandleAsync(new("totp"), call, default);
        for (var i = 0; i < 10; i++) await EnterAsync(host, call, "wrong");

        Assert.Equal(
            "general_rate_limit_exceeded", (await EnterAsync(host, call, CodeOf(host, made.Value.Secret))).Error!.Type);
    }

    [Fact]
    public async Task A_deleted_authenticator_is_gone()
    {
        await using var host = await AccountsHost.StartAsync();
        var (user, _) = await WithAuthenticatorAsync(host);
        var call = await host.ReadCallAsync(await host.SignInAsync(user));
        var handler = host.Get<DeleteMfaAuthenticatorHandler>();

        Assert.True((await handler.HandleAsync(new("totp"), call, default)).IsSuccess);
        Assert.Equal(
            AccountErrors.AuthenticatorNotFound, (await handler.HandleAsync(new("totp"), call, default)).Error);
    }

    [Fact]
    public async Task Recovery_codes_are_made_read_and_replaced()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var read = host.Get<GetMfaRecoveryCodesHandler>();
        var replace = host.Get<UpdateMfaRecoveryCodesHandler>();

        Assert.Equal(AccountErrors.RecoveryCodesNotFound, (await read.HandleAsync(call, default)).Error);
        Assert.Equal(AccountErrors.RecoveryCodesNotFound, (await replace.HandleAsync(call, default)).Error);
        var made = await MakeCodesAsync(host, call);
        Assert.Equal(made.Value.RecoveryCodes, (await read.HandleAsync(call, default)).Value.RecoveryCodes);
        Assert.Equal(AccountErrors.RecoveryCodesAlreadyExist, (await MakeCodesAsync(host, call)).Error);
        var replaced = await replace.HandleAsync(call, default);

        Assert.All(made.Value.RecoveryCodes, code => Assert.Matches("^[0-9a-f]{10}$", code));
        Assert.Equal(6, made.Value.RecoveryCodes.Count);
        Assert.Empty(made.Value.RecoveryCodes.Intersect(replaced.Value.RecoveryCodes));
    }

    [Fact]
    public async Task A_recovery_code_works_once_under_either_spelling()
    {
        await using var host = await AccountsHost.StartAsync();
        var (_, pending) = await PendingAsync(host);
        var call = await host.ReadCallAsync(pending);
        var code = (await MakeCodesAsync(host, call)).Value.RecoveryCodes[2];

        var first = await AnswerAsync(host, pending, await ChallengeAsync(host, pending, "recoverycode"), code);
        var second = await AnswerAsync(host, pending, await ChallengeAsync(host, pending, "recoveryCode"), code);

        Assert.True(first.IsSuccess);
        Assert.Equal(AccountErrors.InvalidToken, second.Error);
        Assert.Equal(["password", "recoveryCode"], (await host.ReadCallAsync(pending)).SignedIn.Current!.Factors);
        var left = await host.Get<GetMfaRecoveryCodesHandler>().HandleAsync(call, default);
        Assert.Equal(5, left.Value.RecoveryCodes.Count);
    }

    [Fact]
    public async Task Of_32_uses_of_one_recovery_code_one_passes()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var codes = await MakeCodesAsync(host, await host.ReadCallAsync(await host.SignInAsync(user)));

        var used = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(
            async () => await host.Get<RecoveryCodes>().UseAsync(user, codes.Value.RecoveryCodes[0], default))));

        Assert.Single(used, isUsed => isUsed);
    }

    [Fact]
    public async Task Of_32_callers_who_make_recovery_codes_one_does()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await MakeCodesAsync(host, call))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task No_seed_and_no_recovery_code_is_stored_in_clear()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var made = await host.Get<CreateMfaAuthenticatorHandler>().HandleAsync(new("totp"), call, default);
        var seed = made.Value.Secret;
        var codes = (await MakeCodesAsync(host, call)).Value.RecoveryCodes;

        var stored = new List<Document>();
        foreach (var collection in Collections.All)
        {
            stored.AddRange(await host.Store.FindAsync(collection, new Query(new Filter.All()), default));
        }

        var texts = stored.SelectMany(document => document.Fields.Values)
            .SelectMany(value => value as IReadOnlyList<string> ?? [value.ToString()!])
            .ToList();
        Assert.DoesNotContain(texts, text => text.Contains(seed, StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => codes.Any(code => text.Contains(code, StringComparison.Ordinal)));
    }

    private static async Task<(User User, OpenedSession Session)> WithEmailFactorAsync(AccountsHost host)
    {
        var user = await host.RegisterAsync();
        user = await host.ChangeAsync(user, new Change.Set(UserDocuments.EmailVerification, true));
        return (user, await host.SignInAsync(user));
    }

    /// <summary>A session that still needs its second factor, of a user with a proved address.</summary>
    private static async Task<(User User, OpenedSession Session)> PendingAsync(AccountsHost host)
    {
        var (user, own) = await WithEmailFactorAsync(host);
        await SwitchAsync(host, await host.ReadCallAsync(own), on: true);
        user = await host.ReloadAsync(user);
        return (user, await host.SignInAsync(user));
    }

    private static async Task<(User User, string Seed)> WithAuthenticatorAsync(AccountsHost host)
    {
        var user = await host.RegisterAsync();
        var call = await host.ReadCallAsync(await host.SignInAsync(user));
        var made = await host.Get<CreateMfaAuthenticatorHandler>().HandleAsync(new("totp"), call, default);
        await EnterAsync(host, call, CodeOf(host, made.Value.Secret));
        return (user, made.Value.Secret);
    }

    private static string CodeOf(AccountsHost host, string seed) =>
        Totp.Hotp(Base32.Decode(seed), Totp.StepAt(host.Clock.GetUtcNow()), 6).ToString(CultureInfo.InvariantCulture);

    private static async Task SwitchAsync(AccountsHost host, CallContext call, bool on) =>
        Assert.True((await host.Get<UpdateMFAHandler>().HandleAsync(new(on), call, default)).IsSuccess);

    private static async Task<string> ChallengeAsync(AccountsHost host, OpenedSession session, string factor)
    {
        var call = await host.ReadCallAsync(session);
        return (await host.Get<CreateMfaChallengeHandler>().HandleAsync(new(factor), call, default)).Value.Id;
    }

    private static async Task<Outcome<Done>> AnswerAsync(
        AccountsHost host, OpenedSession session, string challenge, string otp) =>
        await host.Get<UpdateMfaChallengeHandler>()
            .HandleAsync(new(challenge, otp), await host.ReadCallAsync(session), default);

    private static async Task<Outcome<AccountView>> EnterAsync(
        AccountsHost host, CallContext call, string otp) =>
        await host.Get<UpdateMfaAuthenticatorHandler>().HandleAsync(new("totp", otp), call, default);

    private static async Task<MfaFactorsView> FactorsAsync(AccountsHost host, CallContext call) =>
        (await host.Get<ListMfaFactorsHandler>().HandleAsync(call, default)).Value;

    private static async Task<Outcome<RecoveryCodesView>> MakeCodesAsync(AccountsHost host, CallContext call) =>
        await host.Get<CreateMfaRecoveryCodesHandler>().HandleAsync(call, default);
}
