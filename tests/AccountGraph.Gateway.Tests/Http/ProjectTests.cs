using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class ProjectTests
{
    private const string SignIn =
        """
        mutation ($email: String!, $password: String!) {
          accountCreateEmailPasswordSession(email: $email, password: $password) { _id }
        }
        """;

    [Theory]
    [InlineData("nothing")]
    [InlineData("DEFAULT")]
    public async Task An_unknown_project_is_told_to_both_kinds_of_client(string project)
    {
        await using var host = await GatewayHost.StartAsync();
        using var client = host.Guest();
        client.Headers["X-Appwrite-Project"] = project;

        var answer = await client.SendAsync("{ __typename }");

        Assert.Equal(404, answer.Status);
        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task Users_and_sessions_of_one_project_are_strangers_in_another()
    {
        await using var host = await GatewayHost.StartAsync("Projects:other:Name=Other");
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);
        using var user = await host.SignInAsync(email);
        using var elsewhere = host.WithSession(user.SessionToken());
        elsewhere.Headers["X-Appwrite-Project"] = "other";
        using var guest = host.Guest();
        guest.Headers["X-Appwrite-Project"] = "other";
        var credentials = new { email, password = TestUsers.Password };

        Assert.Equal("general_unauthorized_scope 401", await elsewhere.ErrorOfAsync("{ accountGet { _id } }"));
        Assert.Equal("user_invalid_credentials 401", await guest.ErrorOfAsync(SignIn, credentials));
        await guest.ValueOfAsync(
            """
            mutation ($email: String!, $password: String!) {
              accountCreate(userId: "unique()", email: $email, password: $password) { targets { identifier } }
            }
            """,
            credentials);
        await guest.ValueOfAsync(SignIn, credentials);
        Assert.Equal(["a_session_other", "a_session_other_legacy"], guest.Cookies.Keys);
    }

    [Fact]
    public async Task A_JWT_of_one_project_opens_nothing_in_another()
    {
        await using var host = await GatewayHost.StartAsync("Projects:other:Name=Other");
        using var user = await host.NewUserAsync();
        using var elsewhere = host.Guest();
        var jwt = await user.ValueOfAsync("mutation { accountCreateJWT { jwt } }");
        elsewhere.Headers["X-Appwrite-JWT"] = jwt.GetProperty("jwt").GetString()!;
        elsewhere.Headers["X-Appwrite-Project"] = "other";

        Assert.NotEmpty((await elsewhere.SendAsync("{ accountGet { _id } }")).ErrorTypes);
    }

    [Fact]
    public async Task The_project_may_stand_in_the_address()
    {
        await using var host = await GatewayHost.StartAsync("Projects:other:Name=Other");
        using var client = host.Guest();

        await client.PostAsync(
            """{"query":"mutation { accountCreateAnonymousSession { _id } }"}""", path: "/v1/graphql?project=other");

        Assert.Contains("a_session_other", client.Cookies.Keys);
    }
}
