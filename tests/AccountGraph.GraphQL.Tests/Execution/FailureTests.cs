using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Tests.Execution;

public sealed class FailureTests
{
    private const string Sdl = "type Query { a: Int b(n: Int): Int c: [Int] } type Mutation { a: Int b: Int }";

    [Fact]
    public async Task An_expected_failure_carries_its_extensions()
    {
        var extensions = new Dictionary<string, object?> { ["type"] = "user_blocked", ["code"] = 401 };
        var engine = new TestEngine(Sdl, map => map
            .Field("Query", "a", _ => new(new FieldError("Blocked.", extensions)))
            .Field("Query", "b", _ => new(2)));

        Assert.Equal(
            """
            {"errors":[{"message":"Blocked.","locations":[{"line":2,"column":3}],"path":["x"],
            "extensions":{"type":"user_blocked","code":401}}],"data":{"x":null,"b":2}}
            """.ReplaceLineEndings(""),
            await engine.RunAsync("{\n  x: a b }"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_is_handed_to_the_host_with_path_and_state(bool waits)
    {
        var seen = new List<string>();
        var options = new GraphQLEngineOptions
        {
            OnUnexpectedError = (exception, path, state) =>
            {
                seen.Add($"{exception.Message} at {string.Join('.', path)} of {state}");
                return new FieldError("Masked.");
            },
        };
        var engine = new TestEngine(Sdl, map => map.Field("Query", "a", async _ =>
        {
            if (waits) await Task.Yield();
            throw new InvalidOperationException("secret");
        }), options);

        var response = await engine.RunAsync("{ x: a }", state: "request 7");

        Assert.Equal(["secret at x of request 7"], seen);
        Assert.Contains("Masked.", response, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exceptions_are_masked_unless_the_host_says_otherwise()
    {
        var engine = new TestEngine(Sdl, map => map
            .Field("Query", "a", _ => throw new InvalidOperationException("secret")));

        Assert.DoesNotContain("secret", await engine.RunAsync("{ a }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_that_fails_on_the_way_is_a_failure_of_its_field()
    {
        var engine = new TestEngine(Sdl, map => map
            .Field("Query", "c", _ => new(Failing()))
            .Field("Query", "a", _ => new(1)));

        Assert.EndsWith("\"data\":{\"c\":null,\"a\":1}}", await engine.RunAsync("{ c a }"), StringComparison.Ordinal);

        static IEnumerable<int> Failing()
        {
            yield return 1;
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public async Task Cancellation_stops_the_operation_with_one_error()
    {
        using var source = new CancellationTokenSource();
        var begun = new List<string>();
        var engine = new TestEngine(Sdl, map => map
            .Field("Mutation", "a", async context =>
            {
                begun.Add("a");
                await source.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.Cancellation);
                return 1;
            })
            .Field("Mutation", "b", _ =>
            {
                begun.Add("b");
                return new(2);
            }));

        var response = await engine.RunAsync("mutation { a b }", cancellation: source.Token);

        Assert.Equal(
            """{"errors":[{"message":"The operation was cancelled or took too long."}],"data":null}""",
            response);
        Assert.Equal(["a"], begun);
    }

    // The twin: the same exception without a cancelled operation is an ordinary failure of its field.
    [Fact]
    public async Task A_cancellation_of_something_else_is_a_failure_of_its_field()
    {
        var engine = new TestEngine(Sdl, map => map
            .Field("Mutation", "a", _ => throw new OperationCanceledException())
            .Field("Mutation", "b", _ => new(2)));

        var response = await engine.RunAsync("mutation { a b }");

        Assert.EndsWith("\"data\":{\"a\":null,\"b\":2}}", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_that_are_not_an_object_are_a_request_error()
    {
        var engine = new TestEngine(Sdl);

        foreach (var variables in (string[])["[1]", "1", "{", "nonsense"])
        {
            var response = await engine.RunAsync("query ($n: Int) { b(n: $n) }", variables);

            Assert.Equal("""{"errors":[{"message":"The variables are not a JSON object."}]}""", response);
        }
    }

    [Fact]
    public async Task Extensions_of_the_response_are_written_last()
    {
        var engine = new TestEngine(Sdl, map => map.Field("Query", "a", _ => new(1)));
        using var output = new ResponseBuffer();
        var request = new OperationRequest { Extensions = buffer => buffer.Write("""{"cost":1}"""u8) };

        await engine.Engine.ExecuteAsync(engine.Plan("{ a }"), request, output, CancellationToken.None);

        Assert.Equal("""{"data":{"a":1},"extensions":{"cost":1}}"""u8, output.WrittenSpan);
    }

    [Fact]
    public async Task A_response_is_appended_to_what_the_buffer_holds()
    {
        var engine = new TestEngine(Sdl, map => map
            .Field("Query", "a", _ => new(new FieldError("no"))));
        using var output = new ResponseBuffer();
        output.Write("["u8);

        await engine.Engine.ExecuteAsync(engine.Plan("{ a }"), default, output, CancellationToken.None);

        Assert.True(output.WrittenSpan.StartsWith("[{\"errors\":["u8));
    }
}
