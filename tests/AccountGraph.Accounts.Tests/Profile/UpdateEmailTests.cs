using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Tests.Profile;

public sealed class UpdateEmailTests
{
    [Fact]
    public async Task Email_and_target_move_to_the_new_address()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var updated = await UpdateAsync(host, call, "New@Example.org");

        Assert.Equal("new@example.org", updated.Value.Email);
        Assert.False(updated.Value.EmailVerification);
        Assert.Equal("new@example.org", Assert.Single(updated.Value.Targets).Identifier);
        Assert.True((await host.TrySignInAsync("new@example.org")).IsSuccess);
        Assert.False((await host.TrySignInAsync(call.User.Email!)).IsSuccess);
    }

    [Fact]
    public async Task A_wrong_password_changes_nothing()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var updated = await UpdateAsync(host, call, "new@example.org", "wrong horse 7");

        Assert.Equal(AccountErrors.InvalidCredentials, updated.Error);
    }

    [Fact]
    public async Task The_present_address_is_a_conflict()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        Assert.Equal(AccountErrors.TargetAlreadyExists, (await UpdateAsync(host, call, call.User.Email!)).Error);
    }

    [Fact]
    public async Task The_address_of_another_user_without_target_is_refused_vaguely()
    {
        await using var host = await AccountsHost.StartAsync();
        await host.Get<UserRegistry>().AddAsync(
            host.Project, new NewUser("otto") { Email = "otto@example.org" }, default);

        var updated = await UpdateAsync(host, await host.SignedInAsync(), "otto@example.org");

        Assert.Equal(AccountErrors.BadRequest, updated.Error);
    }

    [Fact]
    public async Task An_anonymous_account_becomes_a_full_one()
    {
        await using var host = await AccountsHost.StartAsync();
        var opened = await host.Get<CreateAnonymousSessionHandler>().HandleAsync(host.Guest(), default);
        var call = await host.ReadCallAsync(opened.Value);

        var common = await UpdateAsync(host, call, "anna@example.org", "password1");
        var updated = await UpdateAsync(host, call, "anna@example.org");

        Assert.Equal("general_argument_invalid", common.Error!.Type);
        Assert.NotEmpty(updated.Value.PasswordUpdate);
        Assert.Empty(updated.Value.Targets);
        Assert.Equal(call.User.Id, (await host.TrySignInAsync("anna@example.org")).Value.View.UserId);
    }

    [Fact]
    public async Task Of_32_users_who_want_one_address_one_gets_it()
    {
        await using var host = await AccountsHost.StartAsync();
        var calls = new List<CallContext>();
        for (var i = 0; i < 32; i++) calls.Add(await host.SignedInAsync());

        var outcomes = await Task.WhenAll(calls.Select(
            call => Task.Run(async () => await UpdateAsync(host, call, "wanted@example.org"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    private static async Task<Outcome<AccountView>> UpdateAsync(
        AccountsHost host, CallContext call, string email, string password = AccountsHost.Password) =>
        await host.Get<UpdateEmailHandler>().HandleAsync(new UpdateEmail(email, password), call, default);
}
