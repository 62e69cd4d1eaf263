using System.Text.Encodings.Web;
using System.Text.Json;
using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;
using BenchmarkDotNet.Attributes;

namespace AccountGraph.Benchmarks.GraphQL;

/// <summary>A thousand short strings: through the engine, and through the framework's writer for comparison.</summary>
[MemoryDiagnoser]
public class StringBenchmarks
{
    private readonly string[] _texts = [.. Enumerable.Range(0, 1000).Select(n => $"{Account.Time} {n}")];
    private readonly ResponseBuffer _output = new(64 * 1024);
    private GraphQLEngine _engine = null!;
    private OperationPlan _plan = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var schema = SchemaBuilder.Build("type Query { texts: [String] }").Schema!;
        var resolvers = new ResolverMap().Object<string[]>("Query", query => query.Texts("texts", x => x));
        _engine = new GraphQLEngine(schema, resolvers, new GraphQLEngineOptions());
        _engine.Prepare("{ texts }"u8).TryGetOperation(null, out _plan!, out _);
    }

    [Benchmark]
    public bool Engine()
    {
        _output.Clear();
        var request = new OperationRequest { Root = _texts };
        var execution = _engine.ExecuteAsync(_plan, request, _output, CancellationToken.None);
        return execution.IsCompletedSuccessfully && execution.Result == ExecutionResult.Success;
    }

    [Benchmark(Baseline = true)]
    public long Utf8JsonWriter()
    {
        _output.Clear();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(_output, options);
        json.WriteStartArray();
        foreach (var text in _texts) json.WriteStringValue(text);
        json.WriteEndArray();
        return json.BytesPending;
    }
}
