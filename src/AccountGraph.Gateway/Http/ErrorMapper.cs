using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AccountGraph.Accounts;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Http;

/// <summary>How an error looks on the wire: as an entry of a GraphQL response, or as a REST body.</summary>
internal static class ErrorMapper
{
    /// <summary>The version of the wire contract, which clients look at.</summary>
    public const string ContractVersion = "1.6.2";

    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FieldError ToFieldError(AccountError error)
    {
        var extensions = new Dictionary<string, object?>(4)
        {
            ["category"] = "appwrite",
            ["type"] = error.Type,
            ["code"] = error.Code,
        };
        if (error.RetryAfterSeconds is { } seconds) extensions["retryAfter"] = seconds;
        return new FieldError(error.Message, extensions);
    }

    /// <summary>Errors of the engine name their rule; the contract also wants to know whose error it is.</summary>
    public static GraphQLError WithCategory(GraphQLError error) => new(error.Message)
    {
        Locations = error.Locations,
        Path = error.Path,
        Extensions = new Dictionary<string, object?>(error.Extensions ?? ImmutableDictionary<string, object?>.Empty)
        {
            ["category"] = "graphql",
        },
    };

    /// <summary>What a client learns of an unexpected failure: nothing but the number to ask for.</summary>
    public static FieldError ToMaskedFieldError(string requestId) => new(
        AccountErrors.Unknown.Message,
        new Dictionary<string, object?>(4)
        {
            ["category"] = "internal",
            ["type"] = AccountErrors.Unknown.Type,
            ["code"] = AccountErrors.Unknown.Code,
            ["requestId"] = requestId,
        });

    public static Task WriteProblemAsync(
        HttpContext http, HttpProblem problem, CancellationToken cancellation, bool isGraphQL = true) =>
        WriteAsync(http, new AccountError(problem.Type, problem.Status, problem.Message), cancellation, isGraphQL);

    /// <summary>The REST error body. It carries GraphQL's <c>errors</c> as well when a GraphQL client waits for
    /// the answer, so that both kinds of client show what is wrong.</summary>
    public static async Task WriteAsync(
        HttpContext http, AccountError error, CancellationToken cancellation, bool isGraphQL = true)
    {
        var response = http.Response;
        response.StatusCode = error.Code;
        response.ContentType = "application/json; charset=UTF-8";
        response.Headers.CacheControl = "no-store";
        if (error.Code == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "GET, POST";
        if (error.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await using (var json = new Utf8JsonWriter(response.BodyWriter, Readable))
        {
            json.WriteStartObject();
            json.WriteString("message"u8, error.Message);
            json.WriteNumber("code"u8, error.Code);
            json.WriteString("type"u8, error.Type);
            json.WriteString("version"u8, ContractVersion);
            if (isGraphQL) WriteGraphQLErrors(json, error);
            json.WriteEndObject();
        }

        await response.BodyWriter.FlushAsync(cancellation);
    }

    private static void WriteGraphQLErrors(Utf8JsonWriter json, AccountError error)
    {
        json.WriteStartArray("errors"u8);
        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        json.WriteStartObject("extensions"u8);
        json.WriteString("category"u8, "graphql");
        json.WriteString("type"u8, error.Type);
        json.WriteNumber("code"u8, error.Code);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
