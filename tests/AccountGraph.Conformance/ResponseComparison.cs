using System.Text.Json;

namespace AccountGraph.Conformance;

/// <summary>
/// Compares a response with the expected one by the rules of the corpus, data after it was brought into a form.
/// </summary>
internal sealed class ResponseComparison(JsonElement testCase, Func<JsonElement, JsonElement> form)
{
    private readonly bool _isByNullPositions =
        testCase.TryGetProperty("errorsMatch", out var match) && match.GetString() == "null-positions";

    private readonly HashSet<string> _ownTexts = [.. ErrorTexts(testCase)];

    public CaseOutcome Compare(JsonElement expected, JsonElement actual) =>
        expected.TryGetProperty("stage", out _) || !expected.GetProperty("response").TryGetProperty("data", out _)
            ? CompareFailed(actual)
            : CompareResponse(expected.GetProperty("response"), actual);

    public CaseOutcome CompareResponse(JsonElement expected, JsonElement actual)
    {
        if (!actual.TryGetProperty("data", out var data)) return CaseOutcome.Differs("data", expected, actual);

        if (JsonDifference.Find(form(expected.GetProperty("data")), form(data), "data") is { } difference)
            return new CaseOutcome(difference);

        var expectedErrors = Errors(expected);
        var actualErrors = Errors(actual);
        if (expectedErrors.Count == 0 != (actualErrors.Count == 0))
            return CaseOutcome.Differs("errors", expectedErrors.Count, string.Join(' ', actualErrors));

        return Keys(expectedErrors, data).SequenceEqual(Keys(actualErrors, data))
            ? CaseOutcome.Passed
            : CaseOutcome.Differs("errors", string.Join(' ', expectedErrors), string.Join(' ', actualErrors));
    }

    private static CaseOutcome CompareFailed(JsonElement actual)
    {
        if (actual.TryGetProperty("data", out _)) return CaseOutcome.Differs("response", "no data", actual);

        var errors = Errors(actual);
        return errors.Count > 0 && errors.TrueForAll(error => !error.TryGetProperty("path", out _))
            ? CaseOutcome.Passed
            : CaseOutcome.Differs("response", "errors without a path", actual);
    }

    private static List<JsonElement> Errors(JsonElement response) =>
        response.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>What errors are compared by, in an order that does not depend on theirs.</summary>
    private IEnumerable<string> Keys(List<JsonElement> errors, JsonElement data) => _isByNullPositions
        ? errors.Select(error => NullPosition(error, data)).Distinct().Order(StringComparer.Ordinal)
        : errors.Select(Key).Order(StringComparer.Ordinal);

    private string Key(JsonElement error)
    {
        var path = error.TryGetProperty("path", out var given) ? JsonSerializer.Serialize(given) : "none";
        var location = error.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0
            ? $"{locations[0].GetProperty("line")}:{locations[0].GetProperty("column")}"
            : "none";
        var message = error.GetProperty("message").GetString()!;
        return $"{path} {location} {(_ownTexts.Contains(message) ? message : "")}";
    }

    /// <summary>The shortest beginning of the path at which the data is null.</summary>
    private static string NullPosition(JsonElement error, JsonElement data)
    {
        var position = new List<string>();
        foreach (var step in error.GetProperty("path").EnumerateArray())
        {
            if (data.ValueKind == JsonValueKind.Null) break;

            position.Add(step.ToString());
            data = step.ValueKind == JsonValueKind.Number ? data[step.GetInt32()] : data.GetProperty(step.GetString()!);
        }

        return string.Join('/', position);
    }

    private static IEnumerable<string> ErrorTexts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(ErrorTexts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(entry =>
            entry.NameEquals("$error") ? [entry.Value.GetString()!] : ErrorTexts(entry.Value)),
        _ => [],
    };
}
