using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Tests.Execution;

/// <summary>Which fields are under way together (6.3.3, 6.3.5). No clock: fields wait for each other.</summary>
public sealed class ParallelismTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Sibling_fields_are_all_begun_before_any_is_done()
    {
        var meeting = new Meeting(3);
        var engine = new TestEngine("type Query { a: Int b: Int c: Int }", map => map
            .Field("Query", "a", _ => meeting.JoinAsync(1))
            .Field("Query", "b", _ => meeting.JoinAsync(2))
            .Field("Query", "c", _ => meeting.JoinAsync(3)));

        Assert.Equal("""{"data":{"c":3,"a":1,"b":2}}""", await engine.RunAsync("{ c a b }").WaitAsync(Patience));
    }

    [Fact]
    public async Task Fields_below_different_siblings_are_under_way_together()
    {
        var meeting = new Meeting(2);
        var engine = new TestEngine("type Query { left: Side right: Side } type Side { value: Int }", map => map
            .Field("Query", "left", _ => new("left"))
            .Field("Query", "right", _ => new("right"))
            .Field("Side", "value", _ => meeting.JoinAsync(1)));

        Assert.Equal(
            """{"data":{"left":{"value":1},"right":{"value":1}}}""",
            await engine.RunAsync("{ left { value } right { value } }").WaitAsync(Patience));
    }

    [Fact]
    public async Task Items_of_a_list_are_under_way_together_and_keep_their_order()
    {
        var meeting = new Meeting(4);
        const string sdl = "type Query { items: [Item] } type Item { before: Int value: Int after: Int }";
        var engine = new TestEngine(sdl, map => map
            .Field("Query", "items", _ => new(new object[] { 1, 2, 3, 4 }))
            .Field("Item", "before", context => new(context.Source))
            .Field("Item", "value", context => meeting.JoinAsync(context.Source))
            .Field("Item", "after", context => new(context.Source)));

        Assert.Equal(
            """
            {"data":{"items":[{"before":1,"value":1,"after":1},{"before":2,"value":2,"after":2},
            {"before":3,"value":3,"after":3},{"before":4,"value":4,"after":4}]}}
            """.ReplaceLineEndings(""),
            await engine.RunAsync("{ items { before value after } }").WaitAsync(Patience));
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_never_overlap()
    {
        var running = 0;
        var most = 0;
        var engine = new TestEngine("type Query { a: Int } type Mutation { step(n: Int): Int }", map => map
            .Field("Mutation", "step", async context =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return context.Arguments.Integer("n");
            }));

        var response = await engine.RunAsync("mutation { a: step(n: 1) b: step(n: 2) c: step(n: 3) }");

        Assert.Equal("""{"data":{"a":1,"b":2,"c":3}}""", response);
        Assert.Equal(1, most);
    }

    // The twin of the test above: the same fields of a query do overlap, so that test could fail.
    [Fact]
    public async Task Root_fields_of_a_query_do_overlap()
    {
        var meeting = new Meeting(2);
        var engine = new TestEngine("type Query { step(n: Int): Int }", map => map
            .Field("Query", "step", context => meeting.JoinAsync(context.Arguments.Integer("n"))));

        Assert.Equal(
            """{"data":{"a":1,"b":2}}""",
            await engine.RunAsync("{ a: step(n: 1) b: step(n: 2) }").WaitAsync(Patience));
    }

    [Fact]
    public async Task Fields_that_need_not_wait_complete_without_a_task()
    {
        var engine = new TestEngine("type Query { a: Int list: [Item] } type Item { b: Int }", map => map
            .Field("Query", "a", _ => new(1))
            .Field("Query", "list", _ => new(new object[] { 1, 2 }))
            .Field("Item", "b", context => new(context.Source)));
        using var output = new ResponseBuffer();

        var plan = engine.Plan("{ a list { b } }");

        var execution = engine.Engine.ExecuteAsync(plan, default, output, CancellationToken.None);

        Assert.True(execution.IsCompletedSuccessfully);
        Assert.Equal(ExecutionResult.Success, await execution);
    }

    /// <summary>Lets nobody go before everybody is there.</summary>
    private sealed class Meeting(int people)
    {
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _present;

        public async ValueTask<object?> JoinAsync(object? value)
        {
            if (Interlocked.Increment(ref _present) == people) _complete.SetResult();
            await _complete.Task;
            return value;
        }
    }
}
