using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Benchmarks.Http;

/// <summary>What a good ASP.NET Core programmer writes for one query without a GraphQL engine: a minimal API that
/// parses the JSON body, finds session and user in memory by the cookie, and serialises the answer with a
/// source-generated serializer. The measure for the gateway.</summary>
internal static class RawEndpoint
{
    private const string CookieName = "a_session_default";

    /// <param name="url">Where to listen.</param>
    /// <param name="token">The session token that the load generator sends.</param>
    /// <param name="answerPath">The gateway's answer to the full query: its data are the user.</param>
    public static async Task RunAsync(string url, string token, string answerPath)
    {
        var text = await File.ReadAllTextAsync(answerPath);
        var answer = JsonSerializer.Deserialize(text, RawJson.Default.RawAnswerRawFull)!;
        var user = answer.Data.AccountGet;
        var session = Read(token);
        var sessions = new Dictionary<string, string> { [HashOf(session.Secret)] = session.Id };
        var users = new Dictionary<string, RawUser> { [session.Id] = user };

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapPost("/v1/graphql", async (HttpContext http) =>
        {
            var request = await JsonSerializer.DeserializeAsync(
                http.Request.Body, RawJson.Default.RawRequest, http.RequestAborted);
            if (request is null || http.Request.Cookies[CookieName] is not { } cookie)
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            var caller = Read(cookie);
            if (!sessions.TryGetValue(HashOf(caller.Secret), out var userId) || userId != caller.Id)
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            http.Response.ContentType = "application/json; charset=UTF-8";
            await WriteAsync(http, request.Query, users[userId]);
        });
        await app.RunAsync();
    }

    // Three answers are all that it knows; the gateway knows every selection.
    private static Task WriteAsync(HttpContext http, string query, RawUser user)
    {
        if (query.Contains("targets", StringComparison.Ordinal))
        {
            return JsonSerializer.SerializeAsync(
                http.Response.Body, new RawAnswer<RawFull>(new RawFull(user)), RawJson.Default.RawAnswerRawFull);
        }

        return query.Contains("__typename", StringComparison.Ordinal)
            ? JsonSerializer.SerializeAsync(
                http.Response.Body, new RawAnswer<RawNone>(new RawNone("Query")), RawJson.Default.RawAnswerRawNone)
            : JsonSerializer.SerializeAsync(
                http.Response.Body,
                new RawAnswer<RawTwo>(new RawTwo(new RawName(user.Id, user.Name))),
                RawJson.Default.RawAnswerRawTwo);
    }

    private static RawToken Read(string token) =>
        JsonSerializer.Deserialize(Convert.FromBase64String(Uri.UnescapeDataString(token)), RawJson.Default.RawToken)!;

    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
