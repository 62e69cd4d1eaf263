using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>Takes a browser from the start address to a provider and back.</summary>
public sealed class OAuth2Walk(GraphQLClient browser, FakeOAuth2Provider provider)
{
    public const string Success = "http://localhost/done?from=test";
    public const string Failure = "http://localhost/failed";

    private const string Sessions = "/v1/account/sessions/oauth2";

    /// <summary>What the provider is asked, after the first step.</summary>
    public IReadOnlyDictionary<string, string> Query { get; private set; } = new Dictionary<string, string>();

    public string State => Query["state"];

    public async Task<GraphQLAnswer> StartAsync(string key, bool forToken = false, string more = "")
    {
        var path = forToken ? "/v1/account/tokens/oauth2" : Sessions;
        var answer = await browser.GetAsync(
            $"{path}/{key}?success={Uri.EscapeDataString(Success)}&failure={Uri.EscapeDataString(Failure)}{more}");
        if (answer.Status == 301) Query = QueryOf(answer.Header("Location")!);
        return answer;
    }

    public string Agree() => provider.Agree(Query);

    /// <summary>The provider sends the browser back with these parameters.</summary>
    public async Task<GraphQLAnswer> ReturnAsync(string key, params (string Name, string? Value)[] parameters)
    {
        var query = QueryHelpers.AddQueryString(
            "", parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        var passedOn = await browser.GetAsync($"{Sessions}/callback/{key}/default{query}");
        Assert.Equal(301, passedOn.Status);
        return await browser.GetAsync(passedOn.Header("Location")!);
    }

    /// <summary>The whole way; the last answer.</summary>
    public async Task<GraphQLAnswer> GoAsync(string key, bool forToken = false)
    {
        var started = await StartAsync(key, forToken);
        Assert.True(started.Status == 301, started.Body);
        return await ReturnAsync(key, ("code", Agree()), ("state", State));
    }

    public static Dictionary<string, string> QueryOf(string location) =>
        QueryHelpers.ParseQuery(new Uri(location).Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    /// <summary>The type of the error that the failure URL was told.</summary>
    public static string? ErrorOf(GraphQLAnswer answer)
    {
        Assert.Equal(301, answer.Status);
        var location = answer.Header("Location")!;
        Assert.StartsWith(Failure + "?error=", location, StringComparison.Ordinal);
        return JsonElement.Parse(QueryOf(location)["error"]).GetProperty("type").GetString();
    }

    public static void MustSucceed(GraphQLAnswer answer)
    {
        Assert.Equal(301, answer.Status);
        Assert.Equal(Success, answer.Header("Location"));
    }
}
