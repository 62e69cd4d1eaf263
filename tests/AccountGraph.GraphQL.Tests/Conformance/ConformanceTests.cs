using AccountGraph.Conformance;

namespace AccountGraph.GraphQL.Tests.Conformance;

/// <summary>The whole corpus, a test for each of its files, and that the runner can tell right from wrong.</summary>
public sealed class ConformanceTests
{
    [Theory]
    [InlineData("parser.json")]
    [InlineData("schema.json")]
    [InlineData("validation.json")]
    [InlineData("execution.json")]
    [InlineData("coercion.json")]
    [InlineData("introspection.json")]
    [InlineData("subscription.json")]
    public async Task Every_case_of_the_corpus_passes(string fileName)
    {
        var report = await ConformanceSuite.Open(ConformanceFolder.Locate()).RunAsync(fileName);

        Assert.Empty(report.Failures);
        Assert.Empty(report.Notes);
        Assert.True(report.Passed > 0, $"{fileName} has no case.");
    }

    [Theory]
    [InlineData("parser.json", """{"source":"{ a }","expected":{"valid":false,"error":{}}}""", "valid")]
    [InlineData(
        "parser.json",
        """{"source":"{ a }","expected":{"valid":true,"definitions":[],"literals":[]}}""",
        "definitions")]
    [InlineData(
        "parser.json",
        """
        {
          "source": "{ a(b: 1) }",
          "expected": {"valid": true, "definitions": [{"kind": "query"}], "literals": [["Int", "2"]]}
        }
        """,
        "literals")]
    [InlineData("schema.json", """{"sdl":"type Query { a: Int }","expected":{"valid":false}}""", "valid")]
    [InlineData("validation.json", """{"schema":"s","query":"{ b }","expected":{"valid":true}}""", "valid")]
    [InlineData(
        "validation.json",
        """
        {
          "schema": "s",
          "query": "{ b }",
          "expected": {
            "valid": false,
            "errors": [{"rule": "ScalarLeafsRule", "locations": [{"line": 1, "column": 3}]}]
          }
        }
        """,
        "rules")]
    public async Task A_wrong_expectation_fails_with_what_differs(string fileName, string testCase, string difference)
    {
        var folder = Directory.CreateTempSubdirectory("conformance");
        try
        {
            var cases = $"[{testCase.Insert(1, "\"id\":\"changed\",")}]";
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, fileName), cases);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "schemas.json"), """{"s":"type Query { a: Int }"}""");

            var report = await ConformanceSuite.Open(folder.FullName).RunAsync();

            var failure = Assert.Single(report.Failures);
            Assert.StartsWith($"changed: {difference}", failure, StringComparison.Ordinal);
            Assert.Equal(0, report.Passed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
