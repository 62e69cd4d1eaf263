using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Profile;

public sealed class DeleteAccountTests
{
    [Fact]
    public async Task A_deleted_account_is_blocked_and_its_address_stays_taken()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var own = await host.SignInAsync(user);

        var ended = await host.Get<DeleteAccountHandler>().HandleAsync(await host.ReadCallAsync(own), default);
        var again = await host.Get<CreateAccountHandler>().HandleAsync(
            new("unique()", user.Email!, AccountsHost.Password, null), host.Guest(), default);

        Assert.True(ended.Value.WithCurrent);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(own)).Caller);
        Assert.Equal(AccountErrors.UserBlocked, (await host.TrySignInAsync(user.Email!)).Error);
        Assert.Equal(AccountErrors.UserAlreadyExists, again.Error);
    }

    [Fact]
    public async Task A_hard_delete_leaves_nothing_but_the_log()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.HardDelete = true;
        var user = await host.RegisterAsync();
        var own = await host.SignInAsync(user);

        await host.Get<DeleteAccountHandler>().HandleAsync(await host.ReadCallAsync(own), default);

        foreach (var collection in Collections.All)
        {
            Assert.Equal(0, await host.Store.CountAsync(collection, new Filter.All(), default));
        }

        Assert.Equal(user.Email, (await host.RegisterAsync(user.Email)).Email);
    }

    [Fact]
    public async Task A_jwt_names_the_session_behind_the_request()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var call = await host.ReadCallAsync(own);
        var handler = host.Get<CreateJWTHandler>();

        var jwt = await handler.HandleAsync(call, default);
        var byJwt = await handler.HandleAsync(host.Call(new Caller.SignedIn(call.User, null, true)), default);

        var claims = host.Get<JsonWebTokens>().Verify(jwt.Value.Jwt)!;
        Assert.Equal((call.User.Id, own.View.Id), (claims.UserId, claims.SessionId));
        Assert.Equal(host.Clock.GetUtcNow().AddSeconds(900), claims.ExpiresAt);
        Assert.Equal(AccountErrors.SessionNotFound, byJwt.Error);
    }
}
