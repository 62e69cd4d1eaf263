using AccountGraph.Conformance.Fuzzing;

namespace AccountGraph.GraphQL.Tests.Conformance;

public sealed class DocumentFuzzerTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Random_and_damaged_documents_never_throw_and_never_take_long(ulong seed)
    {
        var report = DocumentFuzzer.Run(documents: 3000, seed);

        Assert.Empty(report.Findings);
        // A generator whose documents never parse or never are valid would test nothing.
        Assert.InRange(report.Parsed, 500, 3000);
        Assert.InRange(report.Valid, 50, 3000);
    }
}
