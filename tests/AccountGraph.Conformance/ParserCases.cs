using System.Text.Json;
using System.Text.Json.Nodes;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.Conformance;

/// <summary><c>parser.json</c>: whether a document parses, and to which definitions and literals.</summary>
internal sealed class ParserCases : ICaseFile
{
    public string FileName => "parser.json";

    public Task<CaseOutcome> RunAsync(JsonElement testCase) => Task.FromResult(Run(testCase));

    private static CaseOutcome Run(JsonElement testCase)
    {
        var expected = testCase.GetProperty("expected");
        var result = Utf8GraphQLParser.Parse(testCase.GetProperty("source").GetString()!);
        var isValid = expected.GetProperty("valid").GetBoolean();
        if (isValid != result.IsValid) return CaseOutcome.Differs("valid", isValid, string.Join(' ', result.Errors));

        if (!result.IsValid) return CompareLine(expected.GetProperty("error"), result.Errors[0].Locations[0]);

        var description = new DocumentDescription(result.Document);
        return Compare("definitions", expected.GetProperty("definitions"), description.Definitions)
            ?? Compare("literals", expected.GetProperty("literals"), description.Literals)
            ?? CaseOutcome.Passed;
    }

    private static CaseOutcome CompareLine(JsonElement error, SourceLocation actual)
    {
        if (!error.TryGetProperty("locations", out var locations)) return CaseOutcome.Passed;

        var line = locations[0].GetProperty("line").GetInt32();
        return new CaseOutcome(null, line == actual.Line ? null : $"line: expected {line}, got {actual.Line}");
    }

    private static CaseOutcome? Compare(string what, JsonElement expected, JsonArray actual) =>
        JsonNode.DeepEquals(JsonNode.Parse(expected.GetRawText()), actual)
            ? null
            : CaseOutcome.Differs(what, expected.GetRawText(), actual.ToJsonString());
}
