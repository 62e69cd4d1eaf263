using System.Text;
using System.Text.Json;

namespace AccountGraph.Gateway.Http;

/// <summary>Reads the members of a GraphQL request out of JSON text, or out of text fields of a URL or form.
/// Documents and variables stay slices of the body wherever JSON did not escape them.</summary>
internal static class GraphQLRequestParser
{
    private const int LongestOperationName = 256;

    /// <param name="isWrapped">The request stands under the member <c>query</c>, as the SDKs send it.</param>
    public static GraphQLHttpBody ParseJson(ReadOnlyMemory<byte> json, bool isWrapped, int maxBatch)
    {
        if (json.IsEmpty) return HttpProblem.NoQuery;
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            if (isWrapped && !TryUnwrap(json, ref reader)) return HttpProblem.NoQuery;
            var body = reader.TokenType switch
            {
                JsonTokenType.StartObject => Entry(json, ref reader, out var request) is { } problem
                    ? problem
                    : new GraphQLHttpBody(request),
                JsonTokenType.StartArray => Batch(json, ref reader, maxBatch),
                _ => HttpProblem.NoQuery,
            };
            while (body.Problem is null && reader.Read())
            {
                // To the end, so that broken JSON behind the last member is not let through.
            }

            return body;
        }
        catch (JsonException)
        {
            return HttpProblem.NotJson("the body");
        }
        catch (InvalidOperationException)
        {
            return HttpProblem.InvalidArgument("The body holds a lone surrogate, which is not valid Unicode.");
        }
    }

    public static GraphQLHttpBody ParseFields(Func<string, string> field)
    {
        var extensions = (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(field("extensions"));
        var variables = (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(field("variables"));
        var document = Encoding.UTF8.GetBytes(field("query"));
        var operationName = field("operationName");
        if (CheckObject("variables", ref variables) is { } badVariables) return badVariables;
        if (CheckObject("extensions", ref extensions) is { } badExtensions) return badExtensions;
        if (operationName.Length > LongestOperationName) return OperationNameTooLong;
        if (document.Length == 0 && extensions.IsEmpty) return HttpProblem.NoQuery;
        return new GraphQLHttpBody(new GraphQLHttpRequest(
            document, operationName.Length == 0 ? null : operationName, variables, extensions));
    }

    private static HttpProblem OperationNameTooLong => HttpProblem.InvalidArgument(
        $"Param \"operationName\" has more than {LongestOperationName} characters.");

    /// <summary>Moves to the value of <c>query</c>. A request that is not wrapped though the header says so has
    /// text there, and is taken as it is.</summary>
    private static bool TryUnwrap(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isQuery = reader.ValueTextEquals("query"u8);
            reader.Read();
            if (isQuery && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return true;
            if (isQuery && reader.TokenType == JsonTokenType.String)
            {
                reader = new Utf8JsonReader(json.Span);
                return reader.Read();
            }

            reader.Skip();
        }

        return false;
    }

    private static GraphQLHttpBody Batch(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader, int maxBatch)
    {
        var requests = new List<GraphQLHttpRequest>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) return HttpProblem.NoQuery;
            if (requests.Count == maxBatch) return HttpProblem.TooManyQueries(maxBatch);
            if (Entry(json, ref reader, out var request) is { } problem) return problem;
            requests.Add(request);
        }

        return requests.Count == 0 ? HttpProblem.NoQuery : new GraphQLHttpBody([.. requests]);
    }

    private static HttpProblem? Entry(
        ReadOnlyMemory<byte> json, ref Utf8JsonReader reader, out GraphQLHttpRequest request)
    {
        ReadOnlyMemory<byte> document = default, variables = default, extensions = default;
        string? operationName = null;
        request = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null) continue;
                if (reader.TokenType != JsonTokenType.String) return HttpProblem.NoQuery;
                document = Text(json, ref reader);
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                {
                    return HttpProblem.InvalidArgument("Param \"operationName\" must be a string.");
                }

                operationName = reader.GetString();
                if (operationName?.Length > LongestOperationName) return OperationNameTooLong;
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                if (Object("variables", json, ref reader, out variables) is { } problem) return problem;
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                if (Object("extensions", json, ref reader, out extensions) is { } problem) return problem;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (document.IsEmpty && extensions.IsEmpty) return HttpProblem.NoQuery;
        request = new GraphQLHttpRequest(
            document, string.IsNullOrEmpty(operationName) ? null : operationName, variables, extensions);
        return null;
    }

    /// <summary>An object, or text that holds one.</summary>
    private static HttpProblem? Object(
        string name, ReadOnlyMemory<byte> json, ref Utf8JsonReader reader, out ReadOnlyMemory<byte> value)
    {
        value = default;
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                value = Text(json, ref reader);
                return CheckObject(name, ref value);
            case JsonTokenType.StartObject:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                value = json[start..(int)reader.BytesConsumed];
                return null;
            default:
                return HttpProblem.InvalidArgument($"Param \"{name}\" must be a JSON object.");
        }
    }

    private static ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        var unescaped = new byte[reader.ValueSpan.Length];
        return unescaped.AsMemory(0, reader.CopyString(unescaped));
    }

    private static HttpProblem? CheckObject(string name, ref ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty) return null;
        try
        {
            var reader = new Utf8JsonReader(value.Span);
            reader.Read();
            var type = reader.TokenType;
            reader.Skip();
            while (reader.Read())
            {
                // To the end, as above.
            }

            if (type == JsonTokenType.Null) value = default;
            return type is JsonTokenType.StartObject or JsonTokenType.Null
                ? null
                : HttpProblem.InvalidArgument($"Param \"{name}\" must be a JSON object.");
        }
        catch (JsonException)
        {
            return HttpProblem.InvalidArgument($"Param \"{name}\" is not valid JSON.");
        }
    }
}
