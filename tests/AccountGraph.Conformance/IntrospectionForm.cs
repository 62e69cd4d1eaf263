using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AccountGraph.Conformance;

/// <summary>
/// Brings the answer to an introspection request into the form in which the corpus stores it: lists without a
/// promised order are sorted, white space in default values is evened out.
/// </summary>
internal static partial class IntrospectionForm
{
    private static readonly HashSet<string> Unordered =
        ["types", "directives", "possibleTypes", "interfaces", "locations"];

    public static JsonElement Of(JsonElement data) =>
        JsonSerializer.SerializeToElement(Normalise(JsonNode.Parse(data.GetRawText()), null));

    private static JsonNode? Normalise(JsonNode? node, string? name) => node switch
    {
        JsonObject entries => new JsonObject(entries.Select(entry =>
            KeyValuePair.Create(entry.Key, Normalise(entry.Value, entry.Key)))),
        JsonArray items => new JsonArray([.. Sort(items.Select(item => Normalise(item, null)), name)]),
        JsonValue value when name == "defaultValue" => EvenOut(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<JsonNode?> Sort(IEnumerable<JsonNode?> items, string? name) =>
        name is not null && Unordered.Contains(name) ? items.OrderBy(SortKey, StringComparer.Ordinal) : items;

    private static string SortKey(JsonNode? item) =>
        item is JsonObject entries ? entries["name"]?.GetValue<string>() ?? "" : item?.GetValue<string>() ?? "";

    private static string EvenOut(string literal) => string.Concat(Parts().Matches(literal).Select((part, index) =>
    {
        if (part.Value[0] == '"') return part.Value;

        var text = Blanks().Replace(part.Value, " ");
        return BlanksAtMarks().Replace(text, "$1");
    })).Trim();

    [GeneratedRegex("""\"(?:[^"\\]|\\.)*\"|[^"]+""")]
    private static partial Regex Parts();

    [GeneratedRegex(@"[\s,]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ?([\[\]{}:]) ?")]
    private static partial Regex BlanksAtMarks();
}
