using System.Text;
using System.Text.Json;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Tests;

/// <summary>An engine over a small schema, spoken to in text.</summary>
internal sealed class TestEngine
{
    public TestEngine(string sdl, Action<ResolverMap>? bind = null, GraphQLEngineOptions? options = null)
    {
        var schema = SchemaBuilder.Build(sdl);
        Assert.True(schema.IsValid, string.Join(' ', schema.Errors));
        var resolvers = new ResolverMap();
        bind?.Invoke(resolvers);
        Engine = new GraphQLEngine(schema.Schema, resolvers, options ?? new GraphQLEngineOptions());
    }

    public GraphQLEngine Engine { get; }

    public OperationPlan Plan(string query, string? name = null)
    {
        var prepared = Engine.Prepare(Encoding.UTF8.GetBytes(query));
        Assert.Empty(prepared.Errors);
        Assert.True(prepared.TryGetOperation(name, out var plan, out var error), error?.Message);
        return plan;
    }

    /// <summary>The one error that keeps the document's only operation from running.</summary>
    public GraphQLError Refusal(string query)
    {
        var prepared = Engine.Prepare(Encoding.UTF8.GetBytes(query));
        if (!prepared.Errors.IsEmpty) return Assert.Single(prepared.Errors);

        Assert.False(prepared.TryGetOperation(null, out _, out var error));
        return error;
    }

    public async Task<string> RunAsync(
        string query,
        string? variables = null,
        object? root = null,
        object? state = null,
        CancellationToken cancellation = default)
    {
        using var output = new ResponseBuffer(16);
        var request = Request(variables, root, state);
        await Engine.ExecuteAsync(Plan(query), request, output, cancellation);
        return Read(output);
    }

    public async Task<List<string>> SubscribeAsync(string query, string? variables = null, object? root = null)
    {
        var responses = new List<string>();
        var request = Request(variables, root, null);
        await foreach (var output in Engine.ExecuteSubscriptionAsync(Plan(query), request, CancellationToken.None))
            responses.Add(Read(output));
        return responses;
    }

    private static OperationRequest Request(string? variables, object? root, object? state) => new()
    {
        Variables = variables is null ? default : Encoding.UTF8.GetBytes(variables),
        Root = root,
        State = state,
    };

    /// <summary>The text of a response, after it was seen to be JSON.</summary>
    private static string Read(ResponseBuffer output)
    {
        using var json = JsonDocument.Parse(output.WrittenMemory);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
