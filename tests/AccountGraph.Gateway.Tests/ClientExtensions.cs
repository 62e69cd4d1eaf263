using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

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

    /// <summary>The six digits in the newest message that has some.</summary>
    /// <param name="kind">Of the message, where several kinds with codes go to one address.</param>
    public static async Task<string> CodeSentToAsync(this GatewayHost host, string to, string? kind = null) =>
        Code().Match(await host.TextSentToAsync(to, Code(), kind)).Value;

    /// <summary>A parameter of the link in the newest message that has one.</summary>
    public static async Task<string> LinkParameterSentToAsync(this GatewayHost host, string to, string name)
    {
        var link = new Uri(Link().Match(await host.TextSentToAsync(to, Link(), null)).Value);
        return HttpUtility.ParseQueryString(link.Query)[name]!;
    }

    /// <summary>Messages are delivered by a worker beside the request; it needs a moment.</summary>
    private static async Task<string> TextSentToAsync(this GatewayHost host, string to, Regex pattern, string? kind)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            foreach (var message in await host.MessagesToAsync(to))
            {
                var text = message.GetProperty("text").GetString()!;
                if (kind is not null && message.GetProperty("kind").GetString() != kind) continue;
                if (pattern.IsMatch(text)) return text;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"No message of kind {kind ?? "any"} came to {to}.");
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
