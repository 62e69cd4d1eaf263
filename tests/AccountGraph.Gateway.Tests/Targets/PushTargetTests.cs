using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Targets;

/// <summary>accountCreatePushTarget, accountUpdatePushTarget and accountDeletePushTarget.</summary>
public sealed class PushTargetTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Create =
        """
        mutation ($id: String!, $identifier: String!, $provider: String) {
          accountCreatePushTarget(targetId: $id, identifier: $identifier, providerId: $provider) { _id }
        }
        """;

    private const string Update =
        """
        mutation ($id: String!, $identifier: String!) {
          accountUpdatePushTarget(targetId: $id, identifier: $identifier) { _id }
        }
        """;

    private const string Delete = "mutation ($id: String!) { accountDeletePushTarget(targetId: $id) { status } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_target_is_made_renewed_and_deleted()
    {
        using var user = await _host.NewUserAsync();
        user.Headers["User-Agent"] = TestAgents.ChromeOnAndroid;

        var made = await user.SendAsync(
            Create.Replace("{ _id }", Fields.Target), new { id = "phone-1", identifier = "token-1" });
        var renewed = await user.SendAsync(
            Update.Replace("{ _id }", Fields.Target), new { id = "phone-1", identifier = "token-2" });
        var deleted = await user.SendAsync(Delete, new { id = "phone-1" });

        Snapshot.Match(made.Body, "made");
        Snapshot.Match(renewed.Body, "renewed");
        Snapshot.Match(deleted.Body, "deleted");
        Assert.Equal("user_target_not_found 404", await user.ErrorOfAsync(Delete, new { id = "phone-1" }));
    }

    [Fact]
    public async Task Ids_and_identifiers_are_taken_once_in_a_project()
    {
        using var user = await _host.NewUserAsync();
        using var other = await _host.NewUserAsync();
        var (id, identifier) = (NewId(), NewId());
        await user.ValueOfAsync(Create, new { id, identifier });

        Assert.Equal(
            "user_target_already_exists 409", await other.ErrorOfAsync(Create, new { id, identifier = NewId() }));
        Assert.Equal(
            "user_target_already_exists 409", await other.ErrorOfAsync(Create, new { id = NewId(), identifier }));
        var second = NewId();
        await user.ValueOfAsync(Create, new { id = second, identifier = NewId() });
        Assert.Equal(
            "user_target_already_exists 409", await user.ErrorOfAsync(Update, new { id = second, identifier }));
    }

    [Fact]
    public async Task Targets_of_others_and_of_other_kinds_are_not_found()
    {
        using var user = await _host.NewUserAsync();
        using var other = await _host.NewUserAsync();
        var id = NewId();
        await other.ValueOfAsync(Create, new { id, identifier = NewId() });
        var account = await user.ValueOfAsync("{ accountGet { targets { _id } } }");
        var email = account.GetProperty("targets")[0].GetProperty("_id").GetString();

        foreach (var target in (string?[])[id, email, "nothing"])
        {
            Assert.Equal(
                "user_target_not_found 404",
                await user.ErrorOfAsync(Update, new { id = target, identifier = NewId() }));
            Assert.Equal("user_target_not_found 404", await user.ErrorOfAsync(Delete, new { id = target }));
        }
    }

    [Theory]
    [InlineData("-", "token", null)]
    [InlineData("unique()", "", null)]
    [InlineData("unique()", "token", "-")]
    public async Task Malformed_arguments_are_refused(string id, string identifier, string? provider)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal(
            "general_argument_invalid 400", await user.ErrorOfAsync(Create, new { id, identifier, provider }));
    }

    [Fact]
    public async Task A_target_goes_with_its_session()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var first = await _host.SignInAsync(email);
        using var second = await _host.SignInAsync(email);
        await first.ValueOfAsync(Create, new { id = NewId(), identifier = NewId() });

        await first.ValueOfAsync("mutation { accountDeleteSession(sessionId: \"current\") { status } }");

        var account = await second.ValueOfAsync("{ accountGet { targets { providerType } } }");
        Assert.Equal("""[{"providerType":"email"}]""", account.GetProperty("targets").GetRawText());
    }

    private static string NewId() => Guid.NewGuid().ToString("n");
}
