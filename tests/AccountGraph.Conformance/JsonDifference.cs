using System.Text.Json;

namespace AccountGraph.Conformance;

/// <summary>Finds where two JSON values differ: numbers by value, the entries of objects in their order.</summary>
internal static class JsonDifference
{
    public static string? Find(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != actual.ValueKind) return Describe(expected, actual, path);

        return expected.ValueKind switch
        {
            JsonValueKind.Object => FindInObject(expected, actual, path),
            JsonValueKind.Array => FindInArray(expected, actual, path),
            JsonValueKind.Number when expected.GetDouble().Equals(actual.GetDouble()) => null,
            JsonValueKind.String when expected.ValueEquals(actual.GetString()) => null,
            JsonValueKind.Number or JsonValueKind.String => Describe(expected, actual, path),
            _ => null,
        };
    }

    private static string? FindInObject(JsonElement expected, JsonElement actual, string path)
    {
        var expectedNames = expected.EnumerateObject().Select(entry => entry.Name);
        if (!expectedNames.SequenceEqual(actual.EnumerateObject().Select(entry => entry.Name)))
            return Describe(expected, actual, path);

        return expected.EnumerateObject()
            .Select(entry => Find(entry.Value, actual.GetProperty(entry.Name), $"{path}.{entry.Name}"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? FindInArray(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength()) return Describe(expected, actual, path);

        return Enumerable.Range(0, expected.GetArrayLength())
            .Select(index => Find(expected[index], actual[index], $"{path}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string Describe(JsonElement expected, JsonElement actual, string path) =>
        $"{path}: expected {Shorten(expected)}, got {Shorten(actual)}";

    private static string Shorten(JsonElement value) =>
        value.GetRawText() is var text && text.Length > 400 ? text[..400] + "..." : text;
}
