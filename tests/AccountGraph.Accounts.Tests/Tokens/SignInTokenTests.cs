using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Recovery;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Tokens;

public sealed class SignInTokenTests
{
    private const string Email = "anna@example.org";
    private const string Phone = "+491700000001";

    [Fact]
    public async Task A_code_by_mail_registers_and_signs_in()
    {
        await using var host = await AccountsHost.StartAsync();

        var token = await ByCodeAsync(host, "anna", "Anna@Example.org");
        var opened = await ExchangeAsync(host, token.Value.UserId, host.Queue.LastCode());

        Assert.Equal("anna", token.Value.UserId);
        Assert.Equal(("", ""), (token.Value.Secret, token.Value.Phrase));
        Assert.Equal("token", opened.Value.View.Provider);
        Assert.Equal(["email"], opened.Value.View.Factors);
        var user = (await host.ReadCallAsync(opened.Value)).User;
        Assert.Equal((Email, true), (user.Email, user.IsEmailVerified));
    }

    [Fact]
    public async Task A_link_by_mail_signs_the_known_user_in()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync(Email);

        var token = await ByLinkAsync(host, "other", Email, "https://localhost/in?a=1&secret=x#top");
        var opened = await ExchangeAsync(host, user.Id, host.Queue.LastSecret());

        Assert.Equal(user.Id, token.Value.UserId);
        Assert.Equal("magic-url", opened.Value.View.Provider);
        var mail = host.Queue.Mails[^1].Text;
        Assert.Contains($"https://localhost/in?a=1&userId={user.Id}&secret=", mail, StringComparison.Ordinal);
        Assert.Contains("&project=shop#top", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_url_the_link_starts_from_the_configured_origin()
    {
        await using var host = await AccountsHost.StartAsync();

        await ByLinkAsync(host, "unique()", Email, null);

        Assert.Contains(
            "https://auth.example.org/console/auth/magic-url?userId=",
            host.Queue.Mails[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_by_text_message_signs_in()
    {
        await using var host = await AccountsHost.StartAsync();

        var token = await ByPhoneAsync(host, "unique()", Phone);
        var opened = await ExchangeAsync(host, token.Value.UserId, host.Queue.LastTextCode());

        Assert.Equal("phone", opened.Value.View.Provider);
        var call = await host.ReadCallAsync(opened.Value);
        Assert.True(call.User.IsPhoneVerified);
        var view = await host.Get<GetAccountHandler>().HandleAsync(call, default);
        Assert.Equal(("sms", Phone), (view.Value.Targets[0].ProviderType, view.Value.Targets[0].Identifier));
    }

    [Fact]
    public async Task A_mock_number_has_its_fixed_code_and_gets_no_message()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.MockNumbers.Add(new() { Phone = Phone, Otp = "123456" });

        var token = await ByPhoneAsync(host, "unique()", Phone);

        Assert.Empty(host.Queue.Texts);
        Assert.True((await ExchangeAsync(host, token.Value.UserId, "123456")).IsSuccess);
    }

    [Fact]
    public async Task Api_keys_are_given_the_secret_and_all_get_the_phrase()
    {
        await using var host = await AccountsHost.StartAsync();
        var handler = host.Get<CreateEmailTokenHandler>();

        var byKey = await handler.HandleAsync(new("unique()", Email, true), host.ApiKey(), default);
        var byGuest = await handler.HandleAsync(new("unique()", Email, true), host.Guest(), default);

        Assert.True((await ExchangeAsync(host, byKey.Value.UserId, byKey.Value.Secret)).IsSuccess);
        Assert.Equal("", byGuest.Value.Secret);
        Assert.Contains(byGuest.Value.Phrase, host.Queue.Mails[^1].Text, StringComparison.Ordinal);
        Assert.Contains(' ', byGuest.Value.Phrase);
    }

    [Fact]
    public async Task Of_32_callers_with_one_token_one_signs_in()
    {
        await using var host = await AccountsHost.StartAsync();
        var token = await ByLinkAsync(host, "unique()", Email, null);
        var secret = host.Queue.LastSecret();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await ExchangeAsync(host, token.Value.UserId, secret))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task Of_32_callers_with_one_code_one_signs_in()
    {
        await using var host = await AccountsHost.StartAsync();
        var token = await ByCodeAsync(host, "unique()", Email);
        var code = host.Queue.LastCode();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await ExchangeAsync(host, token.Value.UserId, code))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task A_code_is_dead_after_ten_wrong_tries()
    {
        await using var host = await AccountsHost.StartAsync();
        var token = await ByCodeAsync(host, "unique()", Email);
        var code = host.Queue.LastCode();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(
            _ => Task.Run(async () => await ExchangeAsync(host, token.Value.UserId, WrongFor(code)))));

        Assert.Equal(AccountErrors.InvalidToken, (await ExchangeAsync(host, token.Value.UserId, code)).Error);
    }

    [Fact]
    public async Task New_codes_do_not_buy_more_than_thirty_wrong_tries()
    {
        await using var host = await AccountsHost.StartAsync();
        var token = await ByCodeAsync(host, "unique()", Email);
        for (var i = 0; i < 30; i++)
        {
            if (i % 9 == 8) await ByCodeAsync(host, "unique()", Email);
            await ExchangeAsync(host, token.Value.UserId, WrongFor(host.Queue.LastCode()));
        }

        await ByCodeAsync(host, "unique()", Email);
        var refused = await ExchangeAsync(host, token.Value.UserId, host.Queue.LastCode());

        Assert.Equal("general_rate_limit_exceeded", refused.Error!.Type);
    }

    [Fact]
    public async Task A_token_lives_to_its_last_moment()
    {
        await using var host = await AccountsHost.StartAsync();
        var first = await ByCodeAsync(host, "unique()", Email);
        var code = host.Queue.LastCode();
        host.Clock.Advance(TimeSpan.FromSeconds(900));
        Assert.True((await ExchangeAsync(host, first.Value.UserId, code)).IsSuccess);

        await ByCodeAsync(host, "unique()", Email);
        host.Clock.Advance(TimeSpan.FromMilliseconds(900_001));
        Assert.Equal(
            AccountErrors.InvalidToken, (await ExchangeAsync(host, first.Value.UserId, host.Queue.LastCode())).Error);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("email")]
    [InlineData("status")]
    public async Task Outstanding_tokens_die_with_a_change_of(string what)
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync(Email);
        await ByLinkAsync(host, "unique()", Email, null);
        var secret = host.Queue.LastSecret();
        var call = await host.ReadCallAsync(await host.SignInAsync(user));

        var changed = what switch
        {
            "password" => await host.Get<UpdatePasswordHandler>()
                .HandleAsync(new("another horse 8", AccountsHost.Password), call, default),
            "email" => await host.Get<UpdateEmailHandler>()
                .HandleAsync(new("new@example.org", AccountsHost.Password), call, default),
            _ => await host.Get<UpdateStatusHandler>().HandleAsync(call, default),
        };
        await host.ChangeAsync(user, new Change.Set(UserDocuments.Status, true));

        Assert.True(changed.IsSuccess);
        Assert.Equal(AccountErrors.InvalidToken, (await ExchangeAsync(host, user.Id, secret)).Error);
    }

    [Fact]
    public async Task Tokens_serve_their_own_user_and_purpose_only()
    {
        await using var host = await AccountsHost.StartAsync();
        var other = await host.RegisterAsync();
        var user = await host.RegisterAsync(Email);
        await ByLinkAsync(host, "unique()", Email, null);
        var link = host.Queue.LastSecret();
        await host.Get<CreateRecoveryHandler>()
            .HandleAsync(new(Email, "https://localhost/"), host.Guest(), default);

        Assert.Equal(AccountErrors.InvalidToken, (await ExchangeAsync(host, other.Id, link)).Error);
        Assert.Equal(AccountErrors.InvalidToken, (await ExchangeAsync(host, user.Id, host.Queue.LastSecret())).Error);
        Assert.Equal(AccountErrors.InvalidToken, (await ExchangeAsync(host, "nobody", link)).Error);
    }

    [Fact]
    public async Task A_blocked_user_is_answered_alike_and_sent_nothing()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync(Email);
        await host.ChangeAsync(user, new Change.Set(UserDocuments.Status, false));

        var token = await ByCodeAsync(host, "unique()", Email);
        var byKey = await host.Get<CreateEmailTokenHandler>().HandleAsync(
            new("unique()", Email, null), host.ApiKey(), default);

        Assert.Equal(user.Id, token.Value.UserId);
        Assert.Empty(host.Queue.Mails);
        Assert.Equal(AccountErrors.UserBlocked, byKey.Error);
    }

    [Fact]
    public async Task Known_unknown_and_blocked_addresses_cost_the_same()
    {
        await using var host = await AccountsHost.StartAsync();
        await host.RegisterAsync("known@example.org");
        var blocked = await host.RegisterAsync("blocked@example.org");
        await host.ChangeAsync(blocked, new Change.Set(UserDocuments.Status, false));

        // A message that is sent is one more write, of the queue.
        var known = await CostAsync(host, () => ByCodeAsync(host, "unique()", "known@example.org"));
        var unknown = await CostAsync(host, () => ByCodeAsync(host, "unique()", "unknown@example.org"));
        var refused = await CostAsync(host, () => ByCodeAsync(host, "unique()", "blocked@example.org"));

        Assert.Equal(known, unknown);
        Assert.Equal((known.Reads, known.Writes + 1), refused);
    }

    [Fact]
    public async Task Without_a_provider_nothing_is_written()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Queue.IsOn = false;

        Assert.Equal(AccountErrors.SmtpDisabled, (await ByCodeAsync(host, "unique()", Email)).Error);
        Assert.Equal(AccountErrors.SmtpDisabled, (await ByLinkAsync(host, "unique()", Email, null)).Error);
        Assert.Equal(AccountErrors.PhoneDisabled, (await ByPhoneAsync(host, "unique()", Phone)).Error);
        Assert.Equal(0, host.Store.Counts.Writes);
    }

    [Fact]
    public async Task A_taken_id_is_refused_for_a_new_address()
    {
        await using var host = await AccountsHost.StartAsync();
        var taken = await host.RegisterAsync();

        Assert.Equal(AccountErrors.UserAlreadyExists, (await ByCodeAsync(host, taken.Id, "new@example.org")).Error);
    }

    [Fact]
    public async Task Of_32_first_requests_for_one_address_all_mean_one_user()
    {
        await using var host = await AccountsHost.StartAsync();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await ByCodeAsync(host, "unique()", Email))));

        Assert.Single(tokens.Select(token => token.Value.UserId).Distinct());
    }

    [Fact]
    public async Task Session_alerts_go_out_from_the_second_session_on()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.SessionAlerts = true;
        var user = await host.RegisterAsync(Email);

        await host.SignInAsync(user);
        Assert.Empty(host.Queue.Mails);
        await host.SignInAsync(user);
        Assert.Equal("sessionAlert", Assert.Single(host.Queue.Mails).Kind);
    }

    private static async Task<(int Reads, int Writes)> CostAsync(AccountsHost host, Func<Task> act)
    {
        var before = host.Store.Counts;
        await act();
        return (host.Store.Counts.Reads - before.Reads, host.Store.Counts.Writes - before.Writes);
    }

    private static string WrongFor(string code) => code == "000000" ? "000001" : "000000";

    private static async Task<Outcome<TokenView>> ByCodeAsync(AccountsHost host, string userId, string email) =>
        await host.Get<CreateEmailTokenHandler>().HandleAsync(new(userId, email, null), host.Guest(), default);

    private static async Task<Outcome<TokenView>> ByLinkAsync(
        AccountsHost host, string userId, string email, string? url) =>
        await host.Get<CreateMagicURLTokenHandler>()
            .HandleAsync(new(userId, email, url, null), host.Guest(), default);

    private static async Task<Outcome<TokenView>> ByPhoneAsync(AccountsHost host, string userId, string phone) =>
        await host.Get<CreatePhoneTokenHandler>().HandleAsync(new(userId, phone), host.Guest(), default);

    private static async Task<Outcome<OpenedSession>> ExchangeAsync(AccountsHost host, string userId, string secret) =>
        await host.Get<CreateSessionHandler>().HandleAsync(new(userId, secret), host.Guest(), default);
}
