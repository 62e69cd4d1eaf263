using System.Buffers;

namespace AccountGraph.Gateway.Http;

/// <summary>Copies a request body into a reused buffer, up to a limit. The copy frees the connection's own memory
/// at once and costs less than keeping it.</summary>
internal static class RequestBody
{
    /// <summary>False when the body is larger than the limit.</summary>
    public static async ValueTask<bool> TryReadAsync(
        HttpRequest request, ArrayBufferWriter<byte> buffer, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit) return false;
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var isWithinLimit = buffer.WrittenCount + result.Buffer.Length <= limit;
            if (isWithinLimit)
            {
                foreach (var segment in result.Buffer) buffer.Write(segment.Span);
            }

            reader.AdvanceTo(result.Buffer.End);
            if (!isWithinLimit) return false;
            if (result.IsCompleted) return true;
        }
    }
}
