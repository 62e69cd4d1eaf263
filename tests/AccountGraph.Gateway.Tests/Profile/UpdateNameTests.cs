using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class UpdateNameTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_new_name_is_shown_with_the_account()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync(
            $$"""mutation { accountUpdateName(name: "Grace ♥ Hopper") {{Fields.User}} }""");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task A_name_has_1_to_128_characters()
    {
        using var user = await _host.NewUserAsync();

        Assert.Null(await TryAsync(user, new string('é', 128)));
        Assert.Equal("general_argument_invalid 400", await TryAsync(user, new string('é', 129)));
        Assert.Equal("general_argument_invalid 400", await TryAsync(user, ""));
    }

    [Fact]
    public async Task Characters_outside_the_basic_plane_count_once()
    {
        using var user = await _host.NewUserAsync();

        Assert.Null(await TryAsync(user, string.Concat(Enumerable.Repeat("𝒜", 128))));
        Assert.Equal(
            "general_argument_invalid 400", await TryAsync(user, string.Concat(Enumerable.Repeat("𝒜", 129))));
    }

    private static async Task<string?> TryAsync(GraphQLClient user, string name)
    {
        var answer = await user.SendAsync(
            "mutation ($name: String!) { accountUpdateName(name: $name) { name } }", new { name });
        return answer.ErrorOrNull;
    }
}
