using System.Text;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Tests.Execution;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task One_plan_serves_32_callers_without_mixing_them_up()
    {
        var engine = new TestEngine(
            """
            interface Named { name: String! }
            type A implements Named { name: String! items: [Int!] }
            type B implements Named { name: String! }
            type Query { own(id: Int!): [Named] fails: Int }
            """,
            map => map
                .Field("Query", "own", context => LaterAsync(Things(context.Arguments.Integer("id")!.Value)))
                .Field("Query", "fails", context => LaterAsync(new FieldError($"{context.State}"))));
        const string query =
            """
            query ($id: Int!, $more: Boolean!) {
              fails own(id: $id) { __typename name ... on A @include(if: $more) { items } }
            }
            """;

        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < 100; round++)
            {
                var id = (caller * 1000) + round;
                var isMore = round % 2 == 0;
                var more = isMore ? $",\"items\":[{id},{id}]" : "";
                var response = await engine.RunAsync(
                    query, $$$"""{"id":{{{id}}},"more":{{{(isMore ? "true" : "false")}}}}""", state: id);

                Assert.Equal(
                    $$$"""
                    {"errors":[{"message":"{{{id}}}","locations":[{"line":2,"column":3}],"path":["fails"]}],
                    "data":{"fails":null,"own":[{"__typename":"A","name":"a{{{id}}}"{{{more}}}},
                    {"__typename":"B","name":"b{{{id}}}"}]}}
                    """.ReplaceLineEndings(""),
                    response);
            }
        })));
    }

    private static Dictionary<string, object?>[] Things(int id) =>
    [
        new() { ["__typename"] = "A", ["name"] = $"a{id}", ["items"] = new[] { id, id } },
        new() { ["__typename"] = "B", ["name"] = $"b{id}" },
    ];

    private static async ValueTask<object?> LaterAsync(object? value)
    {
        await Task.Yield();
        return value;
    }

    [Fact]
    public void The_same_bytes_are_prepared_once()
    {
        var engine = new TestEngine("type Query { a: Int }");
        var query = Encoding.UTF8.GetBytes("{ a }");

        var first = engine.Engine.Prepare(query);
        query[2] = (byte)'b';
        query[2] = (byte)'a';

        Assert.Same(first, engine.Engine.Prepare(query));
    }
}
