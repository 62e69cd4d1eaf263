using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

public sealed class UpdateStatusTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task A_user_blocks_himself_and_loses_his_cookies()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync($"mutation {{ accountUpdateStatus {Fields.User} }}");

        Snapshot.Match(answer.Body);
        Assert.Empty(user.Cookies);
        Assert.Equal("[]", answer.Header("X-Fallback-Cookies"));
    }

    [Fact]
    public async Task Sign_in_tells_of_the_block_only_who_knows_the_password()
    {
        var email = TestUsers.NewEmail();
        await _host.RegisterAsync(email);
        using var user = await _host.SignInAsync(email);
        await user.ValueOfAsync("mutation { accountUpdateStatus { status } }");
        using var guest = _host.Guest();

        Assert.Equal("user_blocked 401", await SignInAsync(TestUsers.Password));
        Assert.Equal("user_invalid_credentials 401", await SignInAsync("wrong-password"));

        Task<string> SignInAsync(string password) => guest.ErrorOfAsync(
            """
            mutation ($email: String!, $password: String!) {
              accountCreateEmailPasswordSession(email: $email, password: $password) { _id }
            }
            """,
            new { email, password });
    }
}
