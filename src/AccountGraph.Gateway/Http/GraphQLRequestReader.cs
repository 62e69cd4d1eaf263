using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AccountGraph.Gateway.Http;

/// <summary>Turns every form in which a GraphQL request may arrive into <see cref="GraphQLHttpRequest"/>s.</summary>
internal sealed class GraphQLRequestReader(IOptions<GraphQLOptions> options)
{
    private readonly int _maxBodyBytes = options.Value.MaxBodyBytes;
    private readonly int _maxBatch = options.Value.MaxBatch;

    /// <param name="buffer">Receives the body; what is returned are slices of it.</param>
    public ValueTask<GraphQLHttpBody> ReadAsync(
        HttpContext http, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method)) return ValueTask.FromResult(ReadUrl(request.Query));
        if (!HttpMethods.IsPost(request.Method))
        {
            return ValueTask.FromResult<GraphQLHttpBody>(HttpProblem.MethodUnsupported);
        }

        // The usual case costs a comparison, not a header parser.
        return request.ContentType is "application/json"
            ? ReadJsonAsync(http, buffer, cancellation)
            : ReadOtherAsync(http, buffer, cancellation);
    }

    private async ValueTask<GraphQLHttpBody> ReadOtherAsync(
        HttpContext http, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        var sent = http.Request.ContentType;
        if (!MediaTypeHeaderValue.TryParse(sent, out var type)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return HttpProblem.MediaTypeUnsupported(sent);
        }

        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/json" => await ReadJsonAsync(http, buffer, cancellation),
            "application/graphql" => await ReadDocumentAsync(http, buffer, cancellation),
            "application/x-www-form-urlencoded" => await ReadFormAsync(http, buffer, cancellation),
            "multipart/form-data" => await ReadMultipartAsync(http, type, buffer, cancellation),
            _ => HttpProblem.MediaTypeUnsupported(sent),
        };
    }

    private async ValueTask<GraphQLHttpBody> ReadJsonAsync(
        HttpContext http, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        if (!await RequestBody.TryReadAsync(http.Request, buffer, _maxBodyBytes, cancellation))
        {
            return HttpProblem.BodyTooLarge(_maxBodyBytes);
        }

        var isWrapped = "true".Equals(http.Request.Headers["X-SDK-GraphQL"], StringComparison.OrdinalIgnoreCase);
        return GraphQLRequestParser.ParseJson(buffer.WrittenMemory, isWrapped, _maxBatch);
    }

    private static GraphQLHttpBody ReadUrl(IQueryCollection query)
    {
        var body = GraphQLRequestParser.ParseFields(name => query[name].ToString());
        return body.Problem == HttpProblem.NoQuery ? HttpProblem.GetWithoutQuery : body;
    }

    private async ValueTask<GraphQLHttpBody> ReadDocumentAsync(
        HttpContext http, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        if (!await RequestBody.TryReadAsync(http.Request, buffer, _maxBodyBytes, cancellation))
        {
            return HttpProblem.BodyTooLarge(_maxBodyBytes);
        }

        return buffer.WrittenCount == 0
            ? HttpProblem.NoQuery
            : new GraphQLHttpBody(new GraphQLHttpRequest(buffer.WrittenMemory));
    }

    private async ValueTask<GraphQLHttpBody> ReadFormAsync(
        HttpContext http, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        if (!HasOwnHeader(http.Request)) return HttpProblem.FormWithoutHeader;
        if (!await RequestBody.TryReadAsync(http.Request, buffer, _maxBodyBytes, cancellation))
        {
            return HttpProblem.BodyTooLarge(_maxBodyBytes);
        }

        var fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(buffer.WrittenSpan));
        return GraphQLRequestParser.ParseFields(name => fields.GetValueOrDefault(name).ToString());
    }

    /// <summary>The form of file uploads: <c>operations</c> holds the request; <c>map</c> and files are read over,
    /// as no account field takes a file.</summary>
    private async ValueTask<GraphQLHttpBody> ReadMultipartAsync(
        HttpContext http,
        MediaTypeHeaderValue type,
        ArrayBufferWriter<byte> buffer,
        CancellationToken cancellation)
    {
        if (!HasOwnHeader(http.Request)) return HttpProblem.FormWithoutHeader;
        if (!await RequestBody.TryReadAsync(http.Request, buffer, _maxBodyBytes, cancellation))
        {
            return HttpProblem.BodyTooLarge(_maxBodyBytes);
        }

        if (await MultipartFields.ReadAsync(type, buffer.WrittenMemory, cancellation) is not { } fields)
        {
            return HttpProblem.InvalidArgument("The multipart body is malformed.");
        }

        if (!fields.TryGetValue("operations", out var operations))
        {
            return GraphQLRequestParser.ParseFields(name => fields.GetValueOrDefault(name).ToString());
        }

        var json = Encoding.UTF8.GetBytes(operations.ToString());
        var request = GraphQLRequestParser.ParseJson(json, isWrapped: false, _maxBatch);
        return request.IsBatch
            ? HttpProblem.InvalidArgument("Param \"operations\" must hold one request, not a list.")
            : request;
    }

    /// <summary>Browsers let any site send a form. A header that only a script can set makes them ask first.</summary>
    private static bool HasOwnHeader(HttpRequest request)
    {
        foreach (var (name, _) in request.Headers)
        {
            if (name.StartsWith("X-Appwrite-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-SDK-", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("-Require-Preflight", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
