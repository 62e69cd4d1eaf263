using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AccountGraph.Gateway.Http;

/// <summary>The text parts of a multipart body; files are read over, as nothing here takes one.</summary>
internal static class MultipartFields
{
    /// <summary>Null when the body is malformed.</summary>
    public static async ValueTask<Dictionary<string, StringValues>?> ReadAsync(
        MediaTypeHeaderValue type, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) return null;
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray()));
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition) continue;
                if (disposition.FileName.HasValue || !disposition.Name.HasValue) continue;
                using var text = new StreamReader(section.Body);
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value!] = await text.ReadToEndAsync(cancellation);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
        }

        return fields;
    }
}
