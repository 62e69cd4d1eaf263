using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Tests.Tokens;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Verification;

namespace AccountGraph.Accounts.Tests.Verification;

public sealed class VerificationTests
{
    private const string Phone = "+491700000001";

    [Fact]
    public async Task Whoever_follows_the_link_proves_the_address()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var created = await CreateAsync(host, call);
        var updated = await UpdateAsync(host, call.User.Id, host.Queue.LastSecret());

        Assert.Equal("", created.Value.Secret);
        Assert.Equal(created.Value.Id, updated.Value.Id);
        Assert.True((await host.ReloadAsync(call.User)).IsEmailVerified);
        Assert.Matches(
            @"&expire=\d{4}-\d\d-\d\d\+\d\d%3A\d\d%3A\d\d\.\d{3}", host.Queue.Mails[^1].Text);
    }

    [Fact]
    public async Task A_proved_address_needs_no_second_link()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        await CreateAsync(host, await host.ReadCallAsync(own));
        await UpdateAsync(host, own.View.UserId, host.Queue.LastSecret());

        Assert.Equal(
            AccountErrors.EmailAlreadyVerified, (await CreateAsync(host, await host.ReadCallAsync(own))).Error);
    }

    [Fact]
    public async Task An_account_without_address_or_number_has_nothing_to_prove()
    {
        await using var host = await AccountsHost.StartAsync();
        var opened = await host.Get<CreateAnonymousSessionHandler>().HandleAsync(host.Guest(), default);
        var call = await host.ReadCallAsync(opened.Value);

        Assert.Equal(AccountErrors.EmailNotFound, (await CreateAsync(host, call)).Error);
        Assert.Equal(AccountErrors.PhoneNotFound, (await CreatePhoneAsync(host, call)).Error);
    }

    [Fact]
    public async Task A_link_to_the_old_address_does_not_prove_the_new_one()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        await CreateAsync(host, call);
        var secret = host.Queue.LastSecret();
        await host.Get<UpdateEmailHandler>().HandleAsync(new("new@example.org", AccountsHost.Password), call, default);

        Assert.Equal(AccountErrors.InvalidToken, (await UpdateAsync(host, call.User.Id, secret)).Error);
        Assert.False((await host.ReloadAsync(call.User)).IsEmailVerified);
    }

    [Fact]
    public async Task Of_32_callers_with_one_link_one_is_first()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        await CreateAsync(host, call);
        var secret = host.Queue.LastSecret();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await UpdateAsync(host, call.User.Id, secret))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task A_code_proves_the_number_and_opens_no_session()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        await host.Get<UpdatePhoneHandler>()
            .HandleAsync(new(Phone, AccountsHost.Password), await host.ReadCallAsync(own), default);
        await CreatePhoneAsync(host, await host.ReadCallAsync(own));
        var code = host.Queue.LastTextCode();

        var opened = await host.Get<CreateSessionHandler>()
            .HandleAsync(new(own.View.UserId, code), host.Guest(), default);
        var updated = await host.Get<UpdatePhoneVerificationHandler>()
            .HandleAsync(new(own.View.UserId, code), host.Guest(), default);

        Assert.Equal(AccountErrors.InvalidToken, opened.Error);
        Assert.True(updated.IsSuccess);
        Assert.True((await host.ReadCallAsync(own)).User.IsPhoneVerified);
        Assert.Equal(
            AccountErrors.PhoneAlreadyVerified,
            (await CreatePhoneAsync(host, await host.ReadCallAsync(own))).Error);
    }

    private static async Task<Outcome<TokenView>> CreateAsync(AccountsHost host, CallContext call) =>
        await host.Get<CreateVerificationHandler>().HandleAsync(new("https://localhost/verify"), call, default);

    private static async Task<Outcome<TokenView>> CreatePhoneAsync(AccountsHost host, CallContext call) =>
        await host.Get<CreatePhoneVerificationHandler>().HandleAsync(call, default);

    private static async Task<Outcome<TokenView>> UpdateAsync(AccountsHost host, string userId, string secret) =>
        await host.Get<UpdateVerificationHandler>().HandleAsync(new(userId, secret), host.Guest(), default);
}
