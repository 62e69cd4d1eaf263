using System.Collections.Immutable;
using System.Text.Json;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Validation;

namespace AccountGraph.Conformance;

/// <summary><c>validation.json</c>: whether a document is valid, which rules it breaks, and where.</summary>
internal sealed class ValidationCases(CorpusSchemas schemas) : ICaseFile
{
    public string FileName => "validation.json";

    public Task<CaseOutcome> RunAsync(JsonElement testCase)
    {
        var parsed = Utf8GraphQLParser.Parse(testCase.GetProperty("query").GetString()!);
        var errors = parsed.IsValid
            ? DocumentValidator.Validate(schemas.SchemaOf(testCase), parsed.Document)
            : parsed.Errors;
        return Task.FromResult(Compare(testCase, errors));
    }

    private static CaseOutcome Compare(JsonElement testCase, ImmutableArray<GraphQLError> errors)
    {
        var expected = testCase.GetProperty("expected");
        var isValid = expected.GetProperty("valid").GetBoolean();
        if (isValid != errors.IsEmpty) return CaseOutcome.Differs("valid", isValid, string.Join(' ', errors));
        if (isValid) return CaseOutcome.Passed;

        var expectedErrors = expected.GetProperty("errors").EnumerateArray().ToList();
        var expectedRules = expectedErrors.Select(error => error.GetProperty("rule").GetString()!).ToHashSet();
        var rules = errors.Select(error => error.Code).ToHashSet();
        if (expectedRules.Count == 1)
        {
            return rules.SetEquals(expectedRules)
                ? CompareLocations(expectedRules.Single(), expectedErrors, errors)
                : CaseOutcome.Differs("rules", Join(expectedRules), Join(rules));
        }

        // Of several rules only the one that the case is about is compared.
        if (!testCase.TryGetProperty("rule", out var property)) return CaseOutcome.Passed;

        var rule = property.GetString()!;
        return expectedRules.Contains(rule) == rules.Contains(rule)
            ? CompareLocations(rule, expectedErrors, errors)
            : CaseOutcome.Differs($"{rule} among the rules", Join(expectedRules), Join(rules));
    }

    private static CaseOutcome CompareLocations(
        string rule, List<JsonElement> expectedErrors, ImmutableArray<GraphQLError> errors)
    {
        var expected = expectedErrors.Where(error => error.GetProperty("rule").GetString() == rule)
            .Select(FirstLocation).Order(StringComparer.Ordinal).Distinct();
        var actual = errors.Where(error => error.Code == rule)
            .Select(FirstLocation).Order(StringComparer.Ordinal).Distinct();
        var (wanted, found) = (string.Join(' ', expected), string.Join(' ', actual));
        return new CaseOutcome(null, wanted == found ? null : $"locations: expected {wanted}, got {found}");
    }

    private static string FirstLocation(JsonElement error)
    {
        var location = error.GetProperty("locations")[0];
        return $"{error.GetProperty("rule")}@{location.GetProperty("line")}:{location.GetProperty("column")}";
    }

    private static string FirstLocation(GraphQLError error) => $"{error.Code}@{error.Locations[0]}";

    private static string Join(IEnumerable<string?> rules) => string.Join(", ", rules.Order(StringComparer.Ordinal));
}
