using System.Text.Json;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Tests.Execution;

public sealed class ScalarCoercionTests
{
    private readonly TestEngine _engine = new(
        """
        scalar Even
        input Box { size: Even = 4 }
        type Query { twice(n: Even = 2): Even box(box: Box = {}): Even }
        """,
        map => map
            .Scalar("Even", new EvenNumber())
            .Field("Query", "twice", context => new((long)context.Arguments["n"]! * 2))
            .Field("Query", "box", context => new(context.Arguments.InputObject("box")!["size"])));

    [Theory]
    [InlineData("{ twice }", null, "4")]
    [InlineData("{ twice(n: 6) }", null, "12")]
    [InlineData("query ($n: Even) { twice(n: $n) }", """{"n":8}""", "16")]
    [InlineData("query ($n: Even = 10) { twice(n: $n) }", null, "20")]
    public async Task Literals_variables_and_defaults_go_through_the_coercion(
        string query, string? variables, string expected) =>
        Assert.Equal($$$"""{"data":{"twice":"{{{expected}}}"}}""", await _engine.RunAsync(query, variables));

    [Theory]
    [InlineData("{ box }", "4")]
    [InlineData("{ box(box: {}) }", "4")]
    [InlineData("{ box(box: {size: 8}) }", "8")]
    public async Task Defaults_inside_input_objects_go_through_it_too(string query, string expected) =>
        Assert.Equal($$$"""{"data":{"box":"{{{expected}}}"}}""", await _engine.RunAsync(query));

    [Fact]
    public async Task A_literal_that_it_refuses_is_an_error_of_the_field() =>
        Assert.Equal(
            """
            {"errors":[{"message":"Argument \"n\" has an invalid value. 3 is odd.","locations":[{"line":1,"column":12}],
            "path":["twice"]}],"data":{"twice":null}}
            """.ReplaceLineEndings(""),
            await _engine.RunAsync("{ twice(n: 3) }"));

    [Fact]
    public async Task A_variable_that_it_refuses_is_an_error_of_the_request() =>
        Assert.Equal(
            """
            {"errors":[{"message":"Variable \"$n\" has an invalid value. 3 is odd.",
            "locations":[{"line":1,"column":8}]}]}
            """.ReplaceLineEndings(""),
            await _engine.RunAsync("query ($n: Even) { twice(n: $n) }", """{"n":3}"""));

    /// <summary>Even numbers, which are written as text.</summary>
    private sealed class EvenNumber : ScalarCoercion
    {
        public override object? ParseValue(JsonElement value) => Check(value.GetInt64());

        public override object? ParseLiteral(ValueNode literal, object? value) => Check((long)value!);

        public override FieldError? Serialize(object value, ResponseBuffer output)
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(value.ToString()));
            return null;
        }

        private static object Check(long number) => number % 2 == 0 ? number : new FieldError($"{number} is odd.");
    }
}
