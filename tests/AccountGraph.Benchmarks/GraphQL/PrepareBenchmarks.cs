using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Validation;
using BenchmarkDotNet.Attributes;

namespace AccountGraph.Benchmarks.GraphQL;

/// <summary>The document of the full <c>accountGet</c> on its way to a plan, stage by stage.</summary>
[MemoryDiagnoser]
public class PrepareBenchmarks
{
    private readonly GraphQLEngine _engine = AccountApi.CreateEngine();
    private readonly byte[] _changing = [.. AccountApi.Document, .. "#0000000000"u8];
    private readonly SourceText _source = new(AccountApi.Document);
    private readonly DocumentNode _parsed = Utf8GraphQLParser.Parse(new SourceText(AccountApi.Document)).Document!;
    private long _count;

    [Benchmark]
    public DocumentNode Parse() => Utf8GraphQLParser.Parse(_source).Document!;

    [Benchmark]
    public int Validate() => DocumentValidator.Validate(AccountApi.Schema, _parsed).Length;

    /// <summary>Parse, validate and plan: the document differs each time, so the cache does not know it.</summary>
    [Benchmark]
    public PreparedDocument PrepareNew()
    {
        _ = (++_count).TryFormat(_changing.AsSpan()[^10..], out _, "D10");
        return _engine.Prepare(_changing);
    }

    [Benchmark]
    public PreparedDocument PrepareKnown() => _engine.Prepare(AccountApi.Document);
}
