using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;

namespace AccountGraph.Accounts.Tests.Targets;

public sealed class PushTargetTests
{
    [Fact]
    public async Task A_push_target_is_made_renewed_and_deleted()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var created = await CreateAsync(host, call, "phone-1", "token-1");
        var updated = await host.Get<UpdatePushTargetHandler>().HandleAsync(new("phone-1", "token-2"), call, default);
        var deleted = await DeleteAsync(host, call, "phone-1");

        Assert.Equal(("push", "token-1"), (created.Value.ProviderType, created.Value.Identifier));
        Assert.Equal(" ", created.Value.Name);
        Assert.Null(created.Value.ProviderId);
        Assert.Equal("token-2", updated.Value.Identifier);
        Assert.True(deleted.IsSuccess);
        Assert.Equal(AccountErrors.TargetNotFound, (await DeleteAsync(host, call, "phone-1")).Error);
    }

    [Fact]
    public async Task Ids_and_identifiers_are_unique_over_all_users_and_kinds()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var other = await host.SignedInAsync();
        await CreateAsync(host, call, "phone-1", "token-1");
        await CreateAsync(host, other, "phone-2", "token-2");

        Assert.Equal(AccountErrors.TargetAlreadyExists, (await CreateAsync(host, other, "phone-1", "x")).Error);
        Assert.Equal(AccountErrors.TargetAlreadyExists, (await CreateAsync(host, other, "y", "token-1")).Error);
        Assert.Equal(AccountErrors.TargetAlreadyExists, (await CreateAsync(host, other, "z", call.User.Email!)).Error);
        var renewed = await host.Get<UpdatePushTargetHandler>().HandleAsync(new("phone-2", "token-1"), other, default);
        Assert.Equal(AccountErrors.TargetAlreadyExists, renewed.Error);
    }

    [Fact]
    public async Task Targets_of_others_and_of_other_kinds_are_not_found()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        var other = await host.SignedInAsync();
        await CreateAsync(host, call, "phone-1", "token-1");
        var account = await host.Get<GetAccountHandler>().HandleAsync(other, default);
        var email = account.Value.Targets[0].Id;

        Assert.Equal(AccountErrors.TargetNotFound, (await DeleteAsync(host, other, "phone-1")).Error);
        Assert.Equal(AccountErrors.TargetNotFound, (await DeleteAsync(host, other, email)).Error);
        Assert.Equal(AccountErrors.UserUnauthorized, (await DeleteAsync(host, host.ApiKey(), "phone-1")).Error);
    }

    [Fact]
    public async Task A_push_target_ends_with_its_session_and_no_other()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var first = await host.SignInAsync(user);
        var second = await host.SignInAsync(user);
        await CreateAsync(host, await host.ReadCallAsync(first), "phone-1", "token-1");
        await CreateAsync(host, await host.ReadCallAsync(second), "phone-2", "token-2");

        await host.Get<DeleteSessionHandler>()
            .HandleAsync(new(first.View.Id), await host.ReadCallAsync(second), default);

        var call = await host.ReadCallAsync(second);
        var account = await host.Get<GetAccountHandler>().HandleAsync(call, default);
        Assert.Equal([user.Email, "token-2"], account.Value.Targets.Select(target => target.Identifier));
    }

    private static async Task<Outcome<TargetView>> CreateAsync(
        AccountsHost host, CallContext call, string id, string identifier) =>
        await host.Get<CreatePushTargetHandler>().HandleAsync(new(id, identifier, null), call, default);

    private static async Task<Outcome<Done>> DeleteAsync(AccountsHost host, CallContext call, string id) =>
        await host.Get<DeletePushTargetHandler>().HandleAsync(new(id), call, default);
}
