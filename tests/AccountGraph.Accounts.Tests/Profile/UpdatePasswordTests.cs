using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Tests.Profile;

public sealed class UpdatePasswordTests
{
    private const string Another = "another horse 8";

    [Fact]
    public async Task The_new_password_counts_and_the_old_one_does_not()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var updated = await UpdateAsync(host, call, Another, AccountsHost.Password);

        Assert.True(updated.IsSuccess);
        Assert.False((await host.TrySignInAsync(call.User.Email!)).IsSuccess);
        Assert.True((await host.TrySignInAsync(call.User.Email!, Another)).IsSuccess);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong horse 7")]
    public async Task Without_the_right_old_password_nothing_changes(string? oldPassword)
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var updated = await UpdateAsync(host, call, Another, oldPassword);

        Assert.Equal(AccountErrors.InvalidCredentials, updated.Error);
        Assert.True((await host.TrySignInAsync(call.User.Email!)).IsSuccess);
    }

    [Fact]
    public async Task The_other_sessions_end_and_this_one_goes_on()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var other = await host.SignInAsync(user);
        var own = await host.SignInAsync(user);

        await UpdateAsync(host, await host.ReadCallAsync(own), Another, AccountsHost.Password);

        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(other)).Caller);
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(own)).Caller);
    }

    [Fact]
    public async Task A_session_kept_once_ends_at_the_next_change_from_elsewhere()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var first = await host.SignInAsync(user);
        await UpdateAsync(host, await host.ReadCallAsync(first), Another, AccountsHost.Password);
        var second = await host.SignInAsync(user, Another);

        await UpdateAsync(host, await host.ReadCallAsync(second), "a third horse 9", Another);

        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(first)).Caller);
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(second)).Caller);
    }

    [Fact]
    public async Task A_project_may_keep_the_other_sessions()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.KeepSessionsOnPasswordChange = true;
        var user = await host.RegisterAsync();
        var other = await host.SignInAsync(user);

        await UpdateAsync(
            host, await host.ReadCallAsync(await host.SignInAsync(user)), Another, AccountsHost.Password);

        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(other)).Caller);
    }

    [Fact]
    public async Task A_password_of_the_history_is_refused_and_older_ones_are_forgotten()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.PasswordHistory = 2;
        var own = await host.SignInAsync(await host.RegisterAsync());

        var same = await UpdateAsync(host, await host.ReadCallAsync(own), AccountsHost.Password, AccountsHost.Password);
        await UpdateAsync(host, await host.ReadCallAsync(own), Another, AccountsHost.Password);
        var back = await UpdateAsync(host, await host.ReadCallAsync(own), AccountsHost.Password, Another);
        await UpdateAsync(host, await host.ReadCallAsync(own), "a third horse 9", Another);
        var later = await UpdateAsync(host, await host.ReadCallAsync(own), AccountsHost.Password, "a third horse 9");

        Assert.Equal(AccountErrors.PasswordRecentlyUsed, same.Error);
        Assert.Equal(AccountErrors.PasswordRecentlyUsed, back.Error);
        Assert.True(later.IsSuccess);
    }

    [Fact]
    public async Task The_first_password_needs_no_old_one()
    {
        await using var host = await AccountsHost.StartAsync();
        var added = await host.Get<UserRegistry>().AddAsync(
            host.Project, new NewUser("otto") { Email = "otto@example.org" }, default);

        var updated = await UpdateAsync(host, host.Call(new Caller.SignedIn(added.Value, null, true)), Another, null);

        Assert.True(updated.IsSuccess);
        Assert.True((await host.TrySignInAsync("otto@example.org", Another)).IsSuccess);
    }

    [Fact]
    public async Task Of_32_changes_at_once_one_wins()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(
            async () => await UpdateAsync(host, call, $"horse number {number}", AccountsHost.Password))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task After_thirty_wrong_tries_the_right_password_is_refused_for_an_hour()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var call = await host.ReadCallAsync(own);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(
            async _ => await UpdateAsync(host, call, Another, "wrong horse 7")));

        var refused = await UpdateAsync(host, call, Another, AccountsHost.Password);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var later = await UpdateAsync(host, call, Another, AccountsHost.Password);

        Assert.Equal("general_rate_limit_exceeded", refused.Error!.Type);
        Assert.InRange(refused.Error.RetryAfterSeconds!.Value, 3590, 3601);
        Assert.True(later.IsSuccess);
    }

    private static async Task<Outcome<AccountView>> UpdateAsync(
        AccountsHost host, CallContext call, string password, string? oldPassword) =>
        await host.Get<UpdatePasswordHandler>()
            .HandleAsync(new UpdatePassword(password, oldPassword), call, default);
}
