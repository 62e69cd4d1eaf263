namespace AccountGraph.Gateway.Tests;

/// <summary>Registers and signs in users for tests about something else.</summary>
public static class TestUsers
{
    public const string Password = "plum-Orbit-77-lantern";

    public static string NewEmail() => $"u{Guid.NewGuid():n}@example.com";

    /// <summary>A registered user's id.</summary>
    public static async Task<string> RegisterAsync(this GatewayHost host, string email, string name = "Ada Lovelace")
    {
        using var guest = host.Guest();
        var answer = await guest.SendAsync(
            """
            mutation ($email: String!, $password: String!, $name: String) {
              accountCreate(userId: "unique()", email: $email, password: $password, name: $name) { _id }
            }
            """,
            new { email, password = Password, name });
        return answer.MustSucceed()["accountCreate"].GetProperty("_id").GetString()!;
    }

    /// <summary>A client with a session of the user.</summary>
    public static async Task<GraphQLClient> SignInAsync(this GatewayHost host, string email, string password = Password)
    {
        var client = host.Guest();
        var answer = await client.SendAsync(
            """
            mutation ($email: String!, $password: String!) {
              accountCreateEmailPasswordSession(email: $email, password: $password) { _id }
            }
            """,
            new { email, password });
        answer.MustSucceed();
        return client;
    }

    /// <summary>A client with a session of a new user.</summary>
    public static async Task<GraphQLClient> NewUserAsync(this GatewayHost host)
    {
        var email = NewEmail();
        await host.RegisterAsync(email);
        return await host.SignInAsync(email);
    }
}
