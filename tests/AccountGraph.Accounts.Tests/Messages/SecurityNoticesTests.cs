using AccountGraph.Accounts.Profile;

namespace AccountGraph.Accounts.Tests.Messages;

public sealed class SecurityNoticesTests
{
    [Fact]
    public async Task A_change_of_address_is_told_to_both()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        await ChangeEmailAsync(host, call, "new@example.org");

        Assert.Equal([call.User.Email, "new@example.org"], host.Queue.Mails.Select(mail => mail.To));
        Assert.All(host.Queue.Mails, mail => Assert.Equal("emailChanged", mail.Kind));
    }

    [Fact]
    public async Task Strangers_are_not_flooded_by_endless_changes()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());

        for (var i = 0; i < 20; i++)
        {
            await ChangeEmailAsync(host, await host.ReadCallAsync(own), $"stranger{i}@example.org");
        }

        Assert.Equal(10, host.Queue.Mails.Count);
    }

    [Fact]
    public async Task Without_a_mail_provider_the_change_stands()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Queue.IsOn = false;

        Assert.True((await ChangeEmailAsync(host, await host.SignedInAsync(), "new@example.org")).IsSuccess);
    }

    private static async Task<Outcome<AccountView>> ChangeEmailAsync(
        AccountsHost host, CallContext call, string email) =>
        await host.Get<UpdateEmailHandler>().HandleAsync(new(email, AccountsHost.Password), call, default);
}
