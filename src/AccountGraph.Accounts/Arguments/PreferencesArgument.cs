using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountGraph.Accounts.Arguments;

/// <summary>JSON text of an object, made compact for storing. Every key and value stays as it was sent.</summary>
internal static class PreferencesArgument
{
    private const int LongestBytes = 65_535;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AccountError? Check(string argument, string? value, out string compact)
    {
        compact = "";
        if (value is null) return TextArgument.Missing(argument);
        if (MakeCompact(value) is not { } bytes)
        {
            return AccountErrors.ArgumentInvalid(argument, "must be a JSON object.");
        }

        if (bytes.Length > LongestBytes)
        {
            return AccountErrors.ArgumentInvalid(argument, $"must be at most {LongestBytes} bytes of JSON.");
        }

        compact = Encoding.UTF8.GetString(bytes);
        return null;
    }

    private static byte[]? MakeCompact(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            var buffer = new ArrayBufferWriter<byte>(text.Length);
            using (var writer = new Utf8JsonWriter(buffer, Compact)) document.RootElement.WriteTo(writer);
            return buffer.WrittenSpan.ToArray();
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a surrogate pair parses, but is no text.
            return null;
        }
    }
}
