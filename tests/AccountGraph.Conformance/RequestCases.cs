using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Conformance;

/// <summary>
/// <c>execution.json</c>, <c>coercion.json</c>, <c>introspection.json</c> and <c>subscription.json</c>: requests from
/// their text to their responses.
/// </summary>
internal sealed class RequestCases(CorpusSchemas schemas, string fileName, Func<JsonElement, JsonElement> form)
    : ICaseFile
{
    // The corpus is about meaning; limits have tests of their own.
    private static readonly GraphQLEngineOptions Unlimited = new()
    {
        MaxTokens = int.MaxValue,
        MaxDepth = int.MaxValue,
        MaxCost = int.MaxValue / 4,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxIntrospectionNesting = int.MaxValue,
        OnUnexpectedError = (exception, _, _) => new FieldError(exception.Message),
    };

    private readonly ConcurrentDictionary<GraphQLSchema, GraphQLEngine> _engines = new();

    public string FileName => fileName;

    public async Task<CaseOutcome> RunAsync(JsonElement testCase)
    {
        var engine = _engines.GetOrAdd(schemas.SchemaOf(testCase), CreateEngine);
        var responses = await RunAsync(engine, testCase);
        var expected = testCase.GetProperty("expected");
        if (!expected.TryGetProperty("responses", out var series))
            return responses is [var only]
                ? new ResponseComparison(testCase, form).Compare(expected, only)
                : CaseOutcome.Differs("responses", 1, responses.Count);

        if (series.GetArrayLength() != responses.Count)
            return CaseOutcome.Differs("responses", series.GetArrayLength(), responses.Count);

        var comparison = new ResponseComparison(testCase, form);
        return series.EnumerateArray()
            .Zip(responses, comparison.CompareResponse)
            .FirstOrDefault(outcome => outcome.Failure is not null, CaseOutcome.Passed);
    }

    private static async Task<List<JsonElement>> RunAsync(GraphQLEngine engine, JsonElement testCase)
    {
        var prepared = engine.Prepare(Encoding.UTF8.GetBytes(testCase.GetProperty("query").GetString()!));
        if (!prepared.Errors.IsEmpty) return [WriteErrors(prepared.Errors)];

        var name = testCase.TryGetProperty("operationName", out var operationName) ? operationName.GetString() : null;
        if (!prepared.TryGetOperation(name, out var plan, out var error)) return [WriteErrors([error])];

        var events = testCase.TryGetProperty("events", out var given) ? given : default;
        var request = new OperationRequest
        {
            Variables = testCase.TryGetProperty("variables", out var variables)
                ? Encoding.UTF8.GetBytes(variables.GetRawText())
                : default,
            Root = testCase.TryGetProperty("root", out var root) ? root : null,
            State = new CaseState(events),
        };
        if (events.ValueKind == JsonValueKind.Array)
        {
            var responses = new List<JsonElement>();
            await foreach (var response in engine.ExecuteSubscriptionAsync(plan, request, CancellationToken.None))
                responses.Add(Read(response));
            return responses;
        }

        using var output = new ResponseBuffer();
        await engine.ExecuteAsync(plan, request, output, CancellationToken.None);
        return [Read(output)];
    }

    private static GraphQLEngine CreateEngine(GraphQLSchema schema)
    {
        var resolvers = new ResolverMap().Default(CaseData.Resolve);
        foreach (var field in schema.SubscriptionType?.Fields ?? Enumerable.Empty<FieldDefinition>())
            resolvers.Stream(schema.SubscriptionType!.Name, field.Name, CaseData.Stream);
        return new GraphQLEngine(schema, resolvers, Unlimited);
    }

    private static JsonElement WriteErrors(IReadOnlyList<AccountGraph.GraphQL.Errors.GraphQLError> errors)
    {
        using var output = new ResponseBuffer();
        GraphQLEngine.WriteErrors(errors, output);
        return Read(output);
    }

    private static JsonElement Read(ResponseBuffer output)
    {
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }
}
