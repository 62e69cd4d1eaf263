using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Recovery;
using AccountGraph.Accounts.Tests.Tokens;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Accounts.Verification;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Recovery;

public sealed class RecoveryTests
{
    private const string Email = "anna@example.org";
    private const string Another = "another horse 8";

    [Fact]
    public async Task A_recovery_sets_the_password_proves_the_address_and_ends_the_sessions()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync(Email);
        var session = await host.SignInAsync(user);

        var created = await CreateAsync(host, "Anna@Example.org");
        var updated = await UpdateAsync(host, user.Id, host.Queue.LastSecret());

        Assert.Equal(user.Id, created.Value.UserId);
        Assert.Equal((created.Value.Id, ""), (updated.Value.Id, updated.Value.Secret));
        Assert.True((await host.TrySignInAsync(Email, Another)).IsSuccess);
        Assert.False((await host.TrySignInAsync(Email)).IsSuccess);
        Assert.True((await host.ReloadAsync(user)).IsEmailVerified);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(session)).Caller);
        Assert.Equal("passwordChanged", host.Queue.Mails[^1].Kind);
    }

    [Fact]
    public async Task Known_unknown_and_blocked_addresses_are_answered_alike_at_the_same_cost()
    {
        await using var host = await AccountsHost.StartAsync();
        await host.RegisterAsync("known@example.org");
        var blocked = await host.RegisterAsync("blocked@example.org");
        await host.ChangeAsync(blocked, new Change.Set(UserDocuments.Status, false));

        var known = await CostAsync(host, "known@example.org");
        var unknown = await CostAsync(host, "unknown@example.org");
        var refused = await CostAsync(host, "blocked@example.org");

        // A message that is sent is one more write, of the queue.
        Assert.Equal(known.Reads, unknown.Reads);
        Assert.Equal(known.Writes + 1, unknown.Writes);
        Assert.Equal(unknown, refused);
        Assert.Equal("known@example.org", Assert.Single(host.Queue.Mails).To);
    }

    [Fact]
    public async Task An_unknown_address_looks_like_a_user_wherever_its_id_is_tried()
    {
        await using var host = await AccountsHost.StartAsync();

        var first = (await CreateAsync(host, "unknown@example.org")).Value;
        var second = (await CreateAsync(host, "unknown@example.org")).Value;

        Assert.Matches("^[0-9a-f]{20}$", first.UserId);
        Assert.Equal(first.UserId, second.UserId);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(AccountErrors.InvalidToken, (await UpdateAsync(host, first.UserId, "guess")).Error);
        Assert.Equal(
            AccountErrors.InvalidToken,
            (await host.Get<UpdateVerificationHandler>()
                .HandleAsync(new(first.UserId, "guess"), host.Guest(), default)).Error);
        Assert.Equal(
            AccountErrors.UserAlreadyExists,
            (await host.Get<CreateAccountHandler>().HandleAsync(
                new(first.UserId, "new@example.org", AccountsHost.Password, null), host.Guest(), default)).Error);
    }

    [Fact]
    public async Task An_api_key_is_told_the_truth()
    {
        await using var host = await AccountsHost.StartAsync();
        var blocked = await host.RegisterAsync("blocked@example.org");
        await host.ChangeAsync(blocked, new Change.Set(UserDocuments.Status, false));
        var handler = host.Get<CreateRecoveryHandler>();

        var unknown = await handler.HandleAsync(new(Email, "https://localhost/"), host.ApiKey(), default);
        var refused = await handler.HandleAsync(
            new("blocked@example.org", "https://localhost/"), host.ApiKey(), default);

        Assert.Equal(AccountErrors.UserNotFound, unknown.Error);
        Assert.Equal(AccountErrors.UserBlocked, refused.Error);
    }

    [Fact]
    public async Task A_user_id_that_was_never_shown_is_not_found()
    {
        await using var host = await AccountsHost.StartAsync();

        Assert.Equal(AccountErrors.UserNotFound, (await UpdateAsync(host, "nobody", "guess")).Error);
        Assert.Equal(AccountErrors.UserNotFound, (await UpdateAsync(host, new string('a', 20), "guess")).Error);
    }

    [Fact]
    public async Task A_refused_password_leaves_the_token()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.PasswordHistory = 3;
        var user = await host.RegisterAsync(Email);
        await CreateAsync(host, Email);
        var secret = host.Queue.LastSecret();

        Assert.Equal(
            AccountErrors.PasswordRecentlyUsed,
            (await UpdateAsync(host, user.Id, secret, AccountsHost.Password)).Error);
        Assert.Equal(
            AccountErrors.PasswordPersonalData, (await UpdateAsync(host, user.Id, secret, "x" + Email)).Error);
        Assert.True((await UpdateAsync(host, user.Id, secret)).IsSuccess);
    }

    [Fact]
    public async Task One_recovery_voids_the_others()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync(Email);
        await CreateAsync(host, Email);
        var first = host.Queue.LastSecret();
        await CreateAsync(host, Email);

        Assert.True((await UpdateAsync(host, user.Id, host.Queue.LastSecret())).IsSuccess);
        Assert.Equal(AccountErrors.InvalidToken, (await UpdateAsync(host, user.Id, first)).Error);
    }

    [Fact]
    public async Task Of_32_callers_with_one_link_one_sets_the_password()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync(Email);
        await CreateAsync(host, Email);
        var secret = host.Queue.LastSecret();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(
            async () => await UpdateAsync(host, user.Id, secret, $"horse number {number}"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task A_link_may_only_lead_to_a_platform()
    {
        await using var host = await AccountsHost.StartAsync();

        var created = await host.Get<CreateRecoveryHandler>()
            .HandleAsync(new(Email, "https://evil.com/"), host.Guest(), default);

        Assert.Equal("general_argument_invalid", created.Error!.Type);
    }

    private static async Task<(int Reads, int Writes)> CostAsync(AccountsHost host, string email)
    {
        var before = host.Store.Counts;
        Assert.True((await CreateAsync(host, email)).IsSuccess);
        return (host.Store.Counts.Reads - before.Reads, host.Store.Counts.Writes - before.Writes);
    }

    private static async Task<Outcome<TokenView>> CreateAsync(AccountsHost host, string email) =>
        await host.Get<CreateRecoveryHandler>()
            .HandleAsync(new(email, "https://localhost/reset"), host.Guest(), default);

    private static async Task<Outcome<TokenView>> UpdateAsync(
        AccountsHost host, string userId, string secret, string password = Another) =>
        await host.Get<UpdateRecoveryHandler>().HandleAsync(new(userId, secret, password), host.Guest(), default);
}
