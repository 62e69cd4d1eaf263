using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace AccountGraph.Gateway.Http;

/// <summary>What came with a REST request: a JSON object, or texts of a form, over the query string and the
/// route.</summary>
internal sealed class RestInput(
    JsonElement body, IReadOnlyDictionary<string, StringValues> texts, RouteValueDictionary route)
{
    /// <summary>The value came from a form or a URL, where everything is text.</summary>
    public bool IsText { get; private set; }

    public bool TryFind(string name, bool isList, out JsonElement value)
    {
        IsText = false;
        if (route.TryGetValue(name, out var part) && part is string text)
        {
            value = Of(text);
            return true;
        }

        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out value)) return true;
        IsText = true;
        return isList ? TryFindList(name, out value) : TryFindText(name, out value);
    }

    private bool TryFindText(string name, out JsonElement value)
    {
        var isSent = texts.TryGetValue(name, out var sent) && sent.Count > 0;
        value = isSent ? Of(sent[0] ?? "") : default;
        return isSent;
    }

    /// <summary><c>name[]=a&amp;name[]=b</c>, <c>name[0]=a&amp;name[1]=b</c>, or <c>name=a&amp;name=b</c>.</summary>
    private bool TryFindList(string name, out JsonElement value)
    {
        var items = new List<string?>();
        foreach (var key in (string[])[name, name + "[]"])
        {
            if (texts.TryGetValue(key, out var sent)) items.AddRange(sent);
        }

        for (var i = 0; texts.TryGetValue(Key(name, i), out var sent); i++) items.AddRange(sent);
        value = items.Count > 0 ? JsonSerializer.SerializeToElement(items) : default;
        return items.Count > 0;
    }

    private static string Key(string name, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");

    private static JsonElement Of(string text) => JsonSerializer.SerializeToElement(text);
}
