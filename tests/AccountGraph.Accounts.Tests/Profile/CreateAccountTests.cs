using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;
using AccountGraph.Testing;

namespace AccountGraph.Accounts.Tests.Profile;

public sealed class CreateAccountTests
{
    [Fact]
    public async Task A_new_account_has_an_email_target_and_no_session()
    {
        await using var host = await AccountsHost.StartAsync();

        var created = await CreateAsync(host, "unique()", "Anna@Example.org", name: "Anna");

        Snapshot.Match(created.Value);
        Assert.Equal(created.Value.Id, created.Concerned!.Id);
        Assert.Equal(0, await host.Store.CountAsync(Collection("sessions"), new Filter.All(), default));
    }

    [Fact]
    public async Task A_chosen_id_is_kept()
    {
        await using var host = await AccountsHost.StartAsync();

        var created = await CreateAsync(host, "anna.1", "anna@example.org");

        Assert.Equal("anna.1", created.Value.Id);
    }

    [Theory]
    [InlineData("anna", "other@example.org")]
    [InlineData("other", "ANNA@example.org")]
    public async Task A_taken_id_or_email_is_refused(string id, string email)
    {
        await using var host = await AccountsHost.StartAsync();
        await CreateAsync(host, "anna", "anna@example.org");

        var second = await CreateAsync(host, id, email);

        Assert.Equal(AccountErrors.UserAlreadyExists, second.Error);
    }

    [Fact]
    public async Task Projects_do_not_share_users()
    {
        await using var host = await AccountsHost.StartAsync();
        await CreateAsync(host, "anna", "anna@example.org");
        host.Project.Id = "club";

        var second = await CreateAsync(host, "anna", "anna@example.org");

        Assert.True(second.IsSuccess);
    }

    [Fact]
    public async Task The_project_limit_is_checked_before_anything_is_written()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.Limit = 1;
        await CreateAsync(host, "first", "first@example.org");

        var second = await CreateAsync(host, "second", "second@example.org");

        Assert.Equal(AccountErrors.UserCountExceeded, second.Error);
        Assert.Equal(1, await host.Store.CountAsync(UserDocuments.Collection, new Filter.All(), default));
    }

    [Fact]
    public async Task An_address_that_signs_in_through_a_provider_is_refused_vaguely()
    {
        await using var host = await AccountsHost.StartAsync();
        await host.Store.InsertAsync(IdentityDocuments.Collection, Identity("shop", "anna@example.org"), default);

        var created = await CreateAsync(host, "unique()", "anna@example.org");

        Assert.Equal(AccountErrors.BadRequest, created.Error);
    }

    [Theory]
    [InlineData("my-anna-password")]
    [InlineData("x anna@example.org")]
    [InlineData("Liddell Anna 8")]
    public async Task Personal_data_makes_no_password(string password)
    {
        await using var host = await AccountsHost.StartAsync();

        var created = await CreateAsync(host, "anna", "anna@example.org", password, "Liddell");

        Assert.Equal(AccountErrors.PasswordPersonalData, created.Error);
    }

    [Theory]
    [InlineData("", "a@example.org", "long enough 1", null, "userId")]
    [InlineData("_anna", "a@example.org", "long enough 1", null, "userId")]
    [InlineData("anna", "Anna <a@example.org>", "long enough 1", null, "email")]
    [InlineData("anna", "a@example.org", "short", null, "password")]
    [InlineData("anna", "a@example.org", "password1", null, "password")]
    [InlineData("anna", "a@example.org", "long enough 1", "", "name")]
    public async Task A_bad_argument_is_named(string id, string email, string password, string? name, string argument)
    {
        await using var host = await AccountsHost.StartAsync();

        var created = await CreateAsync(host, id, email, password, name);

        Assert.Equal("general_argument_invalid", created.Error!.Type);
        Assert.Contains($"`{argument}`", created.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_32_registrations_of_one_address_one_wins()
    {
        await using var host = await AccountsHost.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await CreateAsync(host, "unique()", "anna@example.org"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal(1, await host.Store.CountAsync(TargetDocuments.Collection, new Filter.All(), default));
    }

    private static async Task<Outcome<AccountView>> CreateAsync(
        AccountsHost host, string id, string email, string password = AccountsHost.Password, string? name = null) =>
        await host.Get<CreateAccountHandler>()
            .HandleAsync(new CreateAccount(id, email, password, name), host.Guest(), default);

    private static CollectionDefinition Collection(string name) => Collections.All.Single(all => all.Name == name);

    private static Document Identity(string projectId, string email) => new("i", 1, new FieldSet
    {
        { IdentityDocuments.ProjectId, projectId },
        { IdentityDocuments.UserKey, "u" },
        { IdentityDocuments.ProviderKey, "k" },
        { IdentityDocuments.ProviderEmailKey, UserDocuments.KeyOf(projectId, email) },
    });
}
