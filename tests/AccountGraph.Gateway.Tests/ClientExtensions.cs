using System.Text.Json;
using System.Text.RegularExpressions;

namespace AccountGraph.Gateway.Tests;

/// <summary>Short forms of what many tests ask.</summary>
public static partial class ClientExtensions
{
    /// <summary>The one error, as <c>type code</c>, that the document is answered with.</summary>
    public static async Task<string> ErrorOfAsync(
        this GraphQLClient client, string document, object? variables = null) =>
        (await client.SendAsync(document, variables)).OnlyError;

    /// <summary>The value of the document's only root field, which must not fail.</summary>
    public static async Task<JsonElement> ValueOfAsync(
        this GraphQLClient client, string document, object? variables = null)
    {
        var answer = (await client.SendAsync(document, variables)).MustSucceed();
        return Assert.Single(answer.Json.GetProperty("data").EnumerateObject()).Value;
    }

    /// <summary>A caller with an API key.</summary>
    public static GraphQLClient WithKey(this GatewayHost host, string key)
    {
        var client = host.Guest();
        client.Headers["X-Appwrite-Key"] = key;
        return client;
    }

    /// <summary>The session token in the client's cookie.</summary>
    public static string SessionToken(this GraphQLClient client, string project = "default") =>
        Uri.UnescapeDataString(client.Cookies["a_session_" + project]);

    /// <summary>A client that sends the session as a header, and so keeps it whatever cookies it is given.</summary>
    public static GraphQLClient WithSession(this GatewayHost host, string token)
    {
        var client = host.Guest();
        client.Headers["X-Appwrite-Session"] = token;
        return client;
    }

    /// <summary>Mails and text messages to an address or number, newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> MessagesToAsync(this GatewayHost host, string to)
    {
        using var guest = host.Guest();
        var answer = await guest.GetAsync($"/mailbox/messages?to={Uri.EscapeDataString(to)}");
        return [.. answer.Json.EnumerateArray()];
    }

    /// <summary>The six digits in the newest message.</summary>
    public static async Task<string> CodeSentToAsync(this GatewayHost host, string to) =>
        Code().Match((await host.MessagesToAsync(to))[0].GetProperty("text").GetString()!).Value;

    /// <summary>A parameter of the link in the newest message.</summary>
    public static async Task<string> LinkParameterSentToAsync(this GatewayHost host, string to, string name)
    {
        var text = (await host.MessagesToAsync(to))[0].GetProperty("text").GetString()!;
        var link = new Uri(Link().Match(text).Value);
        return System.Web.HttpUtility.ParseQueryString(link.Query)[name]!;
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
