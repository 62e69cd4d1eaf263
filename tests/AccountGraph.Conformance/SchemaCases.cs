using System.Text.Json;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Conformance;

/// <summary><c>schema.json</c>: whether a type system document makes a valid schema.</summary>
internal sealed class SchemaCases : ICaseFile
{
    public string FileName => "schema.json";

    public Task<CaseOutcome> RunAsync(JsonElement testCase)
    {
        var result = SchemaBuilder.Build(testCase.GetProperty("sdl").GetString()!);
        var isValid = testCase.GetProperty("expected").GetProperty("valid").GetBoolean();
        return Task.FromResult(isValid == result.IsValid
            ? CaseOutcome.Passed
            : CaseOutcome.Differs("valid", isValid, string.Join(' ', result.Errors)));
    }
}
