using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Identities;

public sealed class IdentityTests
{
    [Fact]
    public async Task Own_identities_are_listed_with_their_tokens_in_clear()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        await LinkAsync(host, call.User, "i1", "github");
        await LinkAsync(host, call.User, "i2", "google");
        await LinkAsync(host, (await host.SignedInAsync()).User, "i3", "github");

        var all = await ListAsync(host, call);
        var some = await ListAsync(host, call, """{"method":"equal","attribute":"provider","values":["google"]}""");

        Assert.Equal((2, "i1 i2"), (all.Value.Total, string.Join(' ', all.Value.Identities.Select(one => one.Id))));
        Assert.Equal("i2", Assert.Single(some.Value.Identities).Id);
        Assert.Equal("access", all.Value.Identities[0].ProviderAccessToken);
        Assert.Equal("", all.Value.Identities[0].ProviderRefreshToken);
    }

    [Fact]
    public async Task Only_own_identities_are_deleted()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();
        await LinkAsync(host, call.User, "i1", "github");
        var other = await host.SignedInAsync();
        var handler = host.Get<DeleteIdentityHandler>();

        Assert.Equal(AccountErrors.IdentityNotFound, (await handler.HandleAsync(new("i1"), other, default)).Error);
        Assert.True((await handler.HandleAsync(new("i1"), call, default)).IsSuccess);
        Assert.Equal(AccountErrors.IdentityNotFound, (await handler.HandleAsync(new("i1"), call, default)).Error);
    }

    private static async Task<Outcome<IdentityListView>> ListAsync(
        AccountsHost host, CallContext call, params string[] queries) =>
        await host.Get<ListIdentitiesHandler>().HandleAsync(new(queries), call, default);

    private static async Task LinkAsync(AccountsHost host, User user, string id, string provider)
    {
        var token = host.Get<ProviderTokenBox>().Seal(new Secret("access"), user.Key);
        var document = new Document(id, 1, new FieldSet
        {
            { IdentityDocuments.ProjectId, user.ProjectId },
            { IdentityDocuments.IdentityId, id },
            { IdentityDocuments.UserKey, user.Key },
            { IdentityDocuments.UserId, user.Id },
            { IdentityDocuments.Provider, provider },
            { IdentityDocuments.ProviderUid, id },
            { IdentityDocuments.ProviderKey, IdentityDocuments.ProviderKeyOf(user.ProjectId, provider, id) },
            { IdentityDocuments.ProviderAccessToken, token },
            { IdentityDocuments.CreatedAt, host.Now },
            { IdentityDocuments.UpdatedAt, host.Now },
        });
        Assert.NotNull((await host.Store.InsertAsync(IdentityDocuments.Collection, document, default)).Document);
    }
}
