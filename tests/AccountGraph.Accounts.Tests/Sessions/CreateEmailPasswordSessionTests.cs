using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;
using AccountGraph.Testing;

namespace AccountGraph.Accounts.Tests.Sessions;

public sealed class CreateEmailPasswordSessionTests
{
    [Fact]
    public async Task The_right_password_opens_a_session()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync("anna@example.org");

        var opened = await host.TrySignInAsync("Anna@Example.org");

        Snapshot.Match(opened.Value.View);
        Assert.Equal(user.Id, opened.Concerned!.Id);
        Assert.Equal(user.Id, (await host.ReadCallAsync(opened.Value)).User.Id);
    }

    [Fact]
    public async Task Wrong_password_unknown_email_and_missing_password_answer_alike()
    {
        await using var host = await AccountsHost.StartAsync();
        await host.RegisterAsync("anna@example.org");
        await host.Get<UserRegistry>().AddAsync(
            host.Project, new NewUser("otto") { Email = "otto@example.org" }, default);

        string[] emails = ["anna@example.org", "nobody@example.org", "otto@example.org"];
        foreach (var email in emails)
        {
            Assert.Equal(AccountErrors.InvalidCredentials, (await host.TrySignInAsync(email, "wrong horse 7")).Error);
        }
    }

    [Fact]
    public async Task A_blocked_user_learns_it_only_with_the_right_password()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        await host.Get<UpdateStatusHandler>().HandleAsync(call, default);

        Assert.Equal(AccountErrors.UserBlocked, (await host.TrySignInAsync(call.User.Email!)).Error);
        Assert.Equal(
            AccountErrors.InvalidCredentials, (await host.TrySignInAsync(call.User.Email!, "wrong horse 7")).Error);
    }

    [Fact]
    public async Task Only_an_api_key_is_shown_the_secret()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var input = new CreateEmailPasswordSession(user.Email!, AccountsHost.Password);
        var handler = host.Get<CreateEmailPasswordSessionHandler>();

        var byKey = await handler.HandleAsync(input, host.ApiKey(), default);
        var byGuest = await handler.HandleAsync(input, host.Guest(), default);

        Assert.Equal(byKey.Value.Token, byKey.Value.View.Secret);
        Assert.Equal("", byGuest.Value.View.Secret);
    }

    [Fact]
    public async Task The_secret_is_stored_as_its_hash_only()
    {
        await using var host = await AccountsHost.StartAsync();
        var opened = await host.SignInAsync(await host.RegisterAsync());
        var secret = SessionToken.Decode(opened.Token)!.Value.Secret;

        var stored = await host.Store.FindAsync(SessionDocuments.Collection, new Query(new Filter.All()), default);

        Assert.Equal(256, secret.Length);
        Assert.Equal(SessionDocuments.KeyOf(secret), Assert.Single(stored).Id);
        Assert.DoesNotContain(secret, stored[0].Fields.Values);
    }

    [Fact]
    public async Task Beyond_the_limit_the_oldest_session_ends()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.MaxSessions = 2;
        var user = await host.RegisterAsync();
        var oldest = await host.SignInAsync(user);
        var older = await host.SignInAsync(user);

        var newest = await host.SignInAsync(user);

        Assert.Equal(2, newest.SessionCount);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(oldest)).Caller);
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(older)).Caller);
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(newest)).Caller);
    }

    [Fact]
    public async Task Many_sign_ins_at_once_end_no_session_too_many()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.MaxSessions = 3;
        var user = await host.RegisterAsync();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => host.SignInAsync(user))));

        Assert.InRange((await host.Get<SessionList>().ReadAsync(user, default)).Count, 3, 32);
        Assert.Equal(3, (await host.SignInAsync(user)).SessionCount);
    }

    [Fact]
    public async Task A_password_stored_at_another_cost_is_hashed_again()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        using var cheaper = new PasswordHasher(new PasswordHashingOptions { MemoryKiB = 128, Iterations = 1 });
        var imported = await cheaper.HashAsync(AccountsHost.Password, default);
        await host.Store.UpdateAsync(
            UserDocuments.Collection,
            user.Key,
            new Filter.All(),
            [new Change.Set(UserDocuments.Password, imported)],
            default);

        await host.SignInAsync(user);

        var after = await host.Get<UserDirectory>().FindByIdAsync(host.Project, user.Id, default);
        Assert.NotEqual(imported, after!.PasswordHash);
        Assert.Equal(user.PasswordUpdate, after.PasswordUpdate);
        Assert.Equal(2, (await host.SignInAsync(user)).SessionCount);
    }

    [Theory]
    [InlineData("nonsense", "long enough 1", "email")]
    [InlineData("anna@example.org", "short", "password")]
    public async Task A_bad_argument_is_named(string email, string password, string argument)
    {
        await using var host = await AccountsHost.StartAsync();

        var opened = await host.TrySignInAsync(email, password);

        Assert.Equal("general_argument_invalid", opened.Error!.Type);
        Assert.Contains($"`{argument}`", opened.Error.Message, StringComparison.Ordinal);
    }
}
