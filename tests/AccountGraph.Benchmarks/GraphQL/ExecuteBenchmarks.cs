using System.Text.Json;
using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Planning;
using BenchmarkDotNet.Attributes;

namespace AccountGraph.Benchmarks.GraphQL;

/// <summary>The full <c>accountGet</c>, prepared before: from the plan to the bytes of the response.</summary>
[MemoryDiagnoser]
public class ExecuteBenchmarks
{
    private readonly GraphQLEngine _engine = AccountApi.CreateEngine();
    private readonly ResponseBuffer _output = new();
    private readonly OperationRequest _request = new() { State = Account.Example };
    private OperationPlan _plan = null!;

    [GlobalSetup]
    public void Prepare()
    {
        if (!_engine.Prepare(AccountApi.Document).TryGetOperation(null, out _plan!, out var error))
            throw new InvalidOperationException(error.Message);

        Execute();
        using var response = JsonDocument.Parse(_output.WrittenMemory);
        var user = response.RootElement.GetProperty("data").GetProperty("accountGet");
        if (!user.GetProperty("email").ValueEquals(Account.Example.Email))
            throw new InvalidOperationException("The response is wrong.");
    }

    [Benchmark]
    public ExecutionResult Execute() => Execute(_plan);

    [Benchmark]
    public ExecutionResult FindAndExecute()
    {
        _engine.Prepare(AccountApi.Document).TryGetOperation(null, out var plan, out _);
        return Execute(plan!);
    }

    private ExecutionResult Execute(OperationPlan plan)
    {
        _output.Clear();
        var execution = _engine.ExecuteAsync(plan, _request, _output, CancellationToken.None);
        return execution.IsCompletedSuccessfully ? execution.Result : throw new InvalidOperationException("It waited.");
    }
}
