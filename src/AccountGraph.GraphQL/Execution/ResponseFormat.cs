using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// What surrounds the data of a response
/// (<see href="https://spec.graphql.org/September2025/#sec-Response-Format">7.1</see>).
/// </summary>
internal static class ResponseFormat
{
    /// <summary>A response without data.</summary>
    public static void WriteRequestErrors(
        ResponseBuffer output, IReadOnlyList<GraphQLError> errors, Action<ResponseBuffer>? extensions)
    {
        output.WriteByte((byte)'{');
        WriteErrors(output, errors);
        Close(output, extensions);
    }

    /// <summary>Ends a response whose data stands in the buffer from <paramref name="start"/> on.</summary>
    public static void Complete(ResponseBuffer output, int start, bool hasData, OperationExecution operation)
    {
        if (operation.IsStopped)
        {
            output.Truncate(start);
            output.WriteByte((byte)'{');
            WriteErrors(output, [new GraphQLError(ExecutionErrors.Cancelled.Message)]);
            output.Write(",\"data\":null"u8);
            Close(output, operation.Request.Extensions);
            return;
        }

        if (!hasData) output.Write("null"u8);
        if (operation.Errors.Count > 0) InsertErrors(output, start + 1, operation.Errors);
        Close(output, operation.Request.Extensions);
    }

    /// <summary>Errors come first so that people see them; they are known last.</summary>
    private static void InsertErrors(ResponseBuffer output, int position, IReadOnlyList<GraphQLError> errors)
    {
        using var buffer = new ResponseBuffer();
        WriteErrors(buffer, errors);
        buffer.WriteByte((byte)',');
        output.Insert(position, buffer.WrittenSpan);
    }

    private static void WriteErrors(ResponseBuffer output, IReadOnlyList<GraphQLError> errors)
    {
        output.Write("\"errors\":["u8);
        for (var index = 0; index < errors.Count; index++)
        {
            if (index > 0) output.WriteByte((byte)',');
            WriteError(output, errors[index]);
        }

        output.WriteByte((byte)']');
    }

    private static void WriteError(ResponseBuffer output, GraphQLError error)
    {
        output.Write("{\"message\":"u8);
        JsonText.WriteString(output, error.Message);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            var separator = ",\"locations\":["u8;
            foreach (var location in error.Locations)
            {
                output.Write(separator);
                output.Write("{\"line\":"u8);
                JsonNumber.Write(output, location.Line);
                output.Write(",\"column\":"u8);
                JsonNumber.Write(output, location.Column);
                output.WriteByte((byte)'}');
                separator = ","u8;
            }

            output.WriteByte((byte)']');
        }

        if (error.Path is not null) WriteEntry(output, ",\"path\":"u8, error.Path);
        if (error.Extensions is not null) WriteEntry(output, ",\"extensions\":"u8, error.Extensions);
        output.WriteByte((byte)'}');
    }

    private static void WriteEntry(ResponseBuffer output, ReadOnlySpan<byte> key, object value)
    {
        output.Write(key);
        // What a resolver put there is not worth losing the response for.
        if (JsonValues.Write(output, value) is not null) output.Write("null"u8);
    }

    private static void Close(ResponseBuffer output, Action<ResponseBuffer>? extensions)
    {
        if (extensions is not null)
        {
            output.Write(",\"extensions\":"u8);
            extensions(output);
        }

        output.WriteByte((byte)'}');
    }
}
