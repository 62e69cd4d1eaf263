using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AccountGraph.Gateway.Http;

/// <summary>Reads the input of a REST request from JSON, a form, multipart parts or the query string.</summary>
internal sealed class RestInputReader(IOptions<GraphQLOptions> options)
{
    private readonly int _maxBodyBytes = options.Value.MaxBodyBytes;

    /// <summary>The input, or why it cannot be read.</summary>
    public async ValueTask<(RestInput? Input, HttpProblem? Problem)> ReadAsync(
        HttpContext http, CancellationToken cancellation)
    {
        var request = http.Request;
        var query = request.Query.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return (new RestInput(default, query, request.RouteValues), null);
        }

        var buffer = new ArrayBufferWriter<byte>();
        if (!await RequestBody.TryReadAsync(request, buffer, _maxBodyBytes, cancellation))
        {
            return (null, HttpProblem.BodyTooLarge(_maxBodyBytes));
        }

        if (buffer.WrittenCount == 0) return (new RestInput(default, query, request.RouteValues), null);
        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        switch (type?.MediaType.Value?.ToLowerInvariant())
        {
            case null or "" or "application/json" or "text/plain":
                return ParseJson(buffer.WrittenMemory, out var body)
                    ? (new RestInput(body, query, request.RouteValues), null)
                    : (null, HttpProblem.InvalidArgument("The body is not a JSON object."));
            case "application/x-www-form-urlencoded":
                var fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(buffer.WrittenSpan));
                return (new RestInput(default, Merged(fields, query), request.RouteValues), null);
            case "multipart/form-data":
                var parts = await MultipartFields.ReadAsync(type!, buffer.WrittenMemory, cancellation);
                return parts is null
                    ? (null, HttpProblem.InvalidArgument("The multipart body is malformed."))
                    : (new RestInput(default, Merged(parts, query), request.RouteValues), null);
            default:
                return (null, HttpProblem.MediaTypeUnsupported(request.ContentType));
        }
    }

    private static bool ParseJson(ReadOnlyMemory<byte> bytes, out JsonElement body)
    {
        body = default;
        try
        {
            body = JsonElement.Parse(bytes.Span);
            return body.ValueKind is JsonValueKind.Object or JsonValueKind.Null
                || body is { ValueKind: JsonValueKind.Array } && body.GetArrayLength() == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Dictionary<string, StringValues> Merged(
        Dictionary<string, StringValues> fields, Dictionary<string, StringValues> query)
    {
        foreach (var (name, value) in query) fields.TryAdd(name, value);
        return fields;
    }
}
