using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace AccountGraph.GraphQL.Execution;

/// <summary>JSON values as plain objects: reading them from JSON and writing them as JSON.</summary>
internal static class JsonValues
{
    // Deeper values are either cyclic or an attack on the stack.
    private const int MostNesting = 128;

    private static readonly FieldError TooDeep = new("The value is nested too deeply.");

    /// <summary>
    /// Null, text, <see cref="bool"/>, <see cref="long"/>, <see cref="BigInteger"/>, <see cref="double"/>, a list or
    /// a dictionary in the order of the text.
    /// </summary>
    public static object? ToPlain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => Boxed.True,
        JsonValueKind.False => Boxed.False,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => ToNumber(value),
        JsonValueKind.Array => value.EnumerateArray().Select(ToPlain).ToList(),
        JsonValueKind.Object => ToDictionary(value),
    };

    /// <summary>The number that JSON or GraphQL text stands for.</summary>
    public static object ToNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) ? small
        : BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? large
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The text in a value that is text, plain or as JSON, else null.</summary>
    public static string? ToText(object value) =>
        value is JsonElement { ValueKind: JsonValueKind.String } json ? json.GetString() : value as string;

    /// <summary>Writes a plain object as one JSON value.</summary>
    /// <returns>What cannot be written, and then nothing has been; null when all is well.</returns>
    public static FieldError? Write(ResponseBuffer output, object? value)
    {
        var start = output.Length;
        var error = Write(output, value, 0);
        if (error is not null) output.Truncate(start);
        return error;
    }

    public static void Write(ResponseBuffer output, JsonElement value)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true, Encoder = Relaxed });
        value.WriteTo(json);
    }

    private static System.Text.Encodings.Web.JavaScriptEncoder Relaxed =>
        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static object ToNumber(JsonElement value) =>
        value.TryGetInt64(out var number) ? number : ToNumber(value.GetRawText());

    private static OrderedDictionary<string, object?> ToDictionary(JsonElement value)
    {
        var entries = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject()) entries[property.Name] = ToPlain(property.Value);
        return entries;
    }

    private static FieldError? Write(ResponseBuffer output, object? value, int nesting)
    {
        if (nesting > MostNesting) return TooDeep;

        switch (value)
        {
            case null:
                output.Write("null"u8);
                return null;
            case string text:
                JsonText.WriteString(output, text);
                return null;
            case bool flag:
                output.Write(flag ? "true"u8 : "false"u8);
                return null;
            case int or long or short or byte or sbyte or ushort or uint:
                JsonNumber.Write(output, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return null;
            case ulong or BigInteger or decimal:
                var digits = ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
                output.Write(Encoding.ASCII.GetBytes(digits));
                return null;
            case double or float:
                return WriteFloat(output, value is float single ? single : (double)value);
            case JsonElement { ValueKind: JsonValueKind.Undefined }:
                output.Write("null"u8);
                return null;
            case JsonElement element:
                Write(output, element);
                return null;
            case IReadOnlyDictionary<string, object?> entries:
                return WriteObject(output, entries, nesting);
            case IDictionary<string, object?> entries:
                return WriteObject(output, entries, nesting);
            case IEnumerable items:
                return WriteArray(output, items, nesting);
            default:
                return new FieldError($"A value of type {value.GetType().Name} cannot be written as JSON.");
        }
    }

    private static FieldError? WriteFloat(ResponseBuffer output, double number)
    {
        if (!double.IsFinite(number)) return new FieldError("JSON has no number that is not finite.");

        JsonNumber.Write(output, number);
        return null;
    }

    private static FieldError? WriteObject(
        ResponseBuffer output, IEnumerable<KeyValuePair<string, object?>> entries, int nesting)
    {
        var start = output.Length;
        output.WriteByte((byte)'{');
        foreach (var (name, entry) in entries)
        {
            if (output.Length > start + 1) output.WriteByte((byte)',');
            JsonText.WriteString(output, name);
            output.WriteByte((byte)':');
            if (Write(output, entry, nesting + 1) is { } error) return error;
        }

        output.WriteByte((byte)'}');
        return null;
    }

    private static FieldError? WriteArray(ResponseBuffer output, IEnumerable items, int nesting)
    {
        var start = output.Length;
        output.WriteByte((byte)'[');
        foreach (var item in items)
        {
            if (output.Length > start + 1) output.WriteByte((byte)',');
            if (Write(output, item, nesting + 1) is { } error) return error;
        }

        output.WriteByte((byte)']');
        return null;
    }
}
