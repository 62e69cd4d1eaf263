using System.Net.Http.Headers;
using System.Text.Json;

namespace AccountGraph.Gateway.Tests;

/// <summary>An HTTP response with a GraphQL result in it.</summary>
public sealed record GraphQLAnswer(
    int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The value of a root field.</summary>
    public JsonElement this[string field] => Json.GetProperty("data").GetProperty(field);

    /// <summary>Types of all errors, in order; empty when there are none.</summary>
    public IReadOnlyList<string?> ErrorTypes =>
        Json.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(TypeOf)]
            : [];

    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>The one error that the response must hold, as <c>type code</c>.</summary>
    public string OnlyError
    {
        get
        {
            var error = Assert.Single(Json.GetProperty("errors").EnumerateArray());
            var extensions = error.GetProperty("extensions");
            return $"{extensions.GetProperty("type").GetString()} {extensions.GetProperty("code").GetInt32()}";
        }
    }

    /// <summary>As <see cref="OnlyError"/>, or null when nothing failed.</summary>
    public string? ErrorOrNull => ErrorTypes.Count == 0 ? null : OnlyError;

    private static string? TypeOf(JsonElement error) =>
        error.GetProperty("extensions").GetProperty("type").GetString();

    /// <summary>The response itself, after making sure that it holds no errors.</summary>
    public GraphQLAnswer MustSucceed()
    {
        Assert.False(Json.TryGetProperty("errors", out _), Body);
        return this;
    }
}
