using System.Globalization;
using System.Text.Json;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Reads foreign JSON, in which anything may be missing or of another type.</summary>
internal static class JsonPaths
{
    public static JsonElement At(this JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>Ids may be numbers: their digits. Empty for everything that is no text.</summary>
    public static string Text(this JsonElement element, string path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    /// <summary>True, 1, or a text that is neither empty nor says no: providers spell claims in all these ways.
    /// </summary>
    public static bool IsTruthy(this JsonElement element, string path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var value) && value != 0,
        { ValueKind: JsonValueKind.String } text =>
            text.GetString() is { Length: > 0 } said
            && !said.Equals("false", StringComparison.OrdinalIgnoreCase)
            && said != "0",
        _ => false,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string path = "")
    {
        var list = path.Length == 0 ? element : element.At(path);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    }
}
