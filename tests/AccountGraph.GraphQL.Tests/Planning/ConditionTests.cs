namespace AccountGraph.GraphQL.Tests.Planning;

/// <summary>Conditions by variables, planned once and decided with each request (3.13.1, 3.13.2, 6.3.2).</summary>
public sealed class ConditionTests
{
    private readonly TestEngine _engine = new(
        "type Query { a: Int b: Int c: Int node: Node } type Node { x: Int y: Int node: Node }",
        map => map.Default(context => new(context.Field.Name == "node" ? "node" : 1)));

    [Theory]
    [InlineData("true", """{"a":1,"b":1}""")]
    [InlineData("false", """{"b":1,"a":1}""")]
    public async Task A_field_stands_where_its_first_included_selection_does(string flag, string data) =>
        Assert.Equal(
            $$"""{"data":{{data}}}""",
            await _engine.RunAsync("query ($f: Boolean!) { a @include(if: $f) b a }", $$"""{"f":{{flag}}}"""));

    [Theory]
    [InlineData("true", "true", """{"node":{"x":1,"y":1}}""")]
    [InlineData("true", "false", """{"node":{"x":1}}""")]
    [InlineData("false", "true", """{"node":{"y":1}}""")]
    [InlineData("false", "false", "{}")]
    public async Task What_is_selected_below_follows_the_selections_that_are_included(
        string f, string g, string data) =>
        Assert.Equal(
            $$"""{"data":{{data}}}""",
            await _engine.RunAsync(
                "query ($f: Boolean!, $g: Boolean!) { node @include(if: $f) { x } node @include(if: $g) { y } }",
                $$"""{"f":{{f}},"g":{{g}}}"""));

    [Theory]
    [InlineData("true", "{}")]
    [InlineData("false", """{"a":1,"b":1}""")]
    public async Task Conditions_reach_through_fragments(string flag, string data) =>
        Assert.Equal(
            $$"""{"data":{{data}}}""",
            await _engine.RunAsync(
                """
                query ($f: Boolean!) { ...p @skip(if: $f) ... @include(if: $f) { ...q } }
                fragment p on Query { a ... @skip(if: $f) { b } }
                fragment q on Query { c @skip(if: $f) }
                """,
                $$"""{"f":{{flag}}}"""));

    [Fact]
    public async Task A_null_condition_is_an_error_of_the_request() =>
        Assert.Equal(
            """
            {"errors":[{"message":"Variable \"$f\" has an invalid value. Expected Boolean, which must not be null.",
            "locations":[{"line":1,"column":8}]}]}
            """.ReplaceLineEndings(""),
            await _engine.RunAsync("query ($f: Boolean = true) { a @include(if: $f) }", """{"f":null}"""));

    [Fact]
    public async Task A_resolver_knows_which_fields_are_asked_for()
    {
        var engine = new TestEngine("type Query { node: Node } type Node { x: Int y: Int }", map => map
            .Field("Query", "node", context => new(new Dictionary<string, object?>
            {
                ["x"] = context.Selects("x") ? 1 : 0,
                ["y"] = context.Selects("y") ? 1 : 0,
            })));

        const string query = "query ($f: Boolean!) { node { z: x y @include(if: $f) } }";

        Assert.Equal("""{"data":{"node":{"z":1}}}""", await engine.RunAsync(query, """{"f":false}"""));
        Assert.Equal("""{"data":{"node":{"z":1,"y":1}}}""", await engine.RunAsync(query, """{"f":true}"""));
    }
}
