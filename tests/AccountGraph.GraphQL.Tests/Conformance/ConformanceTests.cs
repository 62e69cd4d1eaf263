using AccountGraph.Conformance;

namespace AccountGraph.GraphQL.Tests.Conformance;

/// <summary>The whole corpus, a test for each of its files.</summary>
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
}
