using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private const string Sdl = "type Query { a: Int } type Subscription { count(to: Int!): Int }";

    [Fact]
    public async Task Every_event_is_answered_with_a_response()
    {
        var engine = new TestEngine(Sdl, map => map
            .Stream("Subscription", "count", context => new(CountAsync(context.Arguments.Integer("to")!.Value)))
            .Field("Subscription", "count", context => new(context.Source)));

        var responses = await engine.SubscribeAsync("subscription ($to: Int!) { n: count(to: $to) }", """{"to":3}""");

        Assert.Equal(["""{"data":{"n":1}}""", """{"data":{"n":2}}""", """{"data":{"n":3}}"""], responses);
    }

    [Fact]
    public async Task Events_are_answered_even_after_one_that_failed()
    {
        var engine = new TestEngine(Sdl, map => map
            .Stream("Subscription", "count", _ => new(CountAsync(2)))
            .Field("Subscription", "count", context =>
                new(context.Source is 1 ? new FieldError("first") : context.Source)));

        var responses = await engine.SubscribeAsync("subscription { count(to: 2) }");

        Assert.Contains("first", responses[0], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"count":2}}""", responses[1]);
    }

    [Fact]
    public async Task A_source_that_refuses_answers_once_without_data()
    {
        var engine = new TestEngine(Sdl, map => map
            .Stream("Subscription", "count", _ => new(new FieldError("not you"))));

        var response = Assert.Single(await engine.SubscribeAsync("subscription { count(to: 2) }"));

        Assert.Equal("""{"errors":[{"message":"not you","locations":[{"line":1,"column":16}]}]}""", response);
    }

    [Fact]
    public async Task A_source_that_throws_is_masked()
    {
        var engine = new TestEngine(Sdl, map => map
            .Stream("Subscription", "count", _ => throw new InvalidOperationException("secret")));

        var response = Assert.Single(await engine.SubscribeAsync("subscription { count(to: 2) }"));

        Assert.Contains("Unexpected error.", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_without_a_source_says_so()
    {
        var response = Assert.Single(await new TestEngine(Sdl).SubscribeAsync("subscription { count(to: 2) }"));

        Assert.Contains("Subscription.count has no stream", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_that_do_not_fit_answer_once_without_data()
    {
        var responses = await new TestEngine(Sdl).SubscribeAsync("subscription ($to: Int!) { count(to: $to) }");

        Assert.StartsWith("{\"errors\":", Assert.Single(responses), StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<object?> CountAsync(int to)
    {
        for (var number = 1; number <= to; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}
