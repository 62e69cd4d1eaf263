using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Tests.Schema;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Types_come_in_source_order_with_the_built_in_ones_in_use()
    {
        var schema = Build("type Query { a(b: Color): Int } enum Color { RED }");

        var names = schema.Types.Select(type => type.Name).ToList();
        Assert.Equal(["Query", "Color", "String", "Boolean", "Int"], names[..5]);
        Assert.Equal(8, names.Count(name => name.StartsWith("__", StringComparison.Ordinal)));
        Assert.DoesNotContain("Float", names);
        var directives = schema.Directives.Select(directive => directive.Name);
        Assert.Equal(["skip", "include", "deprecated", "specifiedBy", "oneOf"], directives);
    }

    [Fact]
    public void Extensions_add_to_what_they_extend_wherever_they_stand()
    {
        var schema = Build("""
            extend type Query implements Node @tag { b: Int }
            type Query { a: Int }
            interface Node { b: Int }
            extend schema @tag
            directive @tag on OBJECT | SCHEMA
            """);

        Assert.Equal(["a", "b"], schema.QueryType.Fields.Select(field => field.Name));
        Assert.Equal("Node", Assert.Single(schema.QueryType.Interfaces).Name);
        Assert.Equal("tag", Assert.Single(schema.QueryType.Directives).Name);
        Assert.Equal("tag", Assert.Single(schema.AppliedDirectives).Name);
    }

    [Fact]
    public void Abstract_types_know_their_possible_types()
    {
        var schema = Build("""
            type Query { u: U n: N m: M }
            interface N { id: ID }
            interface M implements N { id: ID }
            type A implements N & M { id: ID }
            type B implements N { id: ID }
            type C { id: ID }
            union U = C | A
            """);
        var (node, more, union) = (Composite("N"), Composite("M"), Composite("U"));

        Assert.Equal(["A", "B"], node.PossibleTypes.Select(type => type.Name));
        Assert.Equal(["C", "A"], union.PossibleTypes.Select(type => type.Name));
        Assert.True(union.Overlaps(more));
        Assert.False(Composite("B").Overlaps(union));
        Assert.True(more.IsSubtypeOf(node));
        Assert.False(node.IsSubtypeOf(more));
        Assert.True(new NonNullType(Composite("A")).IsSubtypeOf(union));
        Assert.False(Composite("A").IsSubtypeOf(new NonNullType(union)));
        Assert.True(new ListType(new NonNullType(more)).IsSubtypeOf(new ListType(node)));

        CompositeType Composite(string name) => (CompositeType)schema.Types[name]!;
    }

    [Fact]
    public void Default_values_are_coerced_once()
    {
        var schema = Build("""
            scalar Any
            enum Color { RED }
            input In { a: Int = 3 b: [Color!] = RED c: In d: ID }
            type Query {
              f(
                i: Int = 1, f: Float = 2, id: ID = 7, list: [[Int]] = 5, nothing: String = null
                in: In = { d: 1, c: { a: null } }, any: Any = { x: [1, RED, 12345678901234567890], y: 1.5 }
                without: Int
              ): Int
            }
            """);
        var arguments = schema.QueryType.Fields["f"]!.Arguments;

        Assert.Equal(1, arguments["i"]!.DefaultValue);
        Assert.Equal(2.0, arguments["f"]!.DefaultValue);
        Assert.Equal("7", arguments["id"]!.DefaultValue);
        Assert.Equal(new object?[] { new object?[] { 5 } }, arguments["list"]!.DefaultValue);
        Assert.True(arguments["nothing"]!.HasDefault);
        Assert.Null(arguments["nothing"]!.DefaultValue);
        Assert.False(arguments["without"]!.HasDefault);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["a"] = 3,
                ["b"] = new object?[] { "RED" },
                ["c"] = new Dictionary<string, object?> { ["a"] = null, ["b"] = new object?[] { "RED" } },
                ["d"] = "1",
            },
            arguments["in"]!.DefaultValue);
        var any = Assert.IsType<Dictionary<string, object?>>(arguments["any"]!.DefaultValue);
        Assert.Equal(
            new object?[] { 1L, "RED", System.Numerics.BigInteger.Parse("12345678901234567890", null) }, any["x"]);
        Assert.Equal(7, arguments["without"]!.Index);
    }

    [Fact]
    public void Facts_for_introspection_are_read_from_directives()
    {
        var schema = Build("""
            "the schema" schema { query: Root }
            "a type" type Root { "a field" a(b: Int @deprecated(reason: "why")): S @deprecated }
            scalar S @specifiedBy(url: "https://example.com")
            input One @oneOf { a: Int }
            enum E { A @deprecated(reason: "") }
            """);

        Assert.Equal("the schema", schema.Description);
        Assert.Equal("a type", schema.QueryType.Description);
        var field = schema.QueryType.Fields["a"]!;
        Assert.Equal("a field", field.Description);
        Assert.Equal("No longer supported", field.DeprecationReason);
        Assert.Equal("why", field.Arguments["b"]!.DeprecationReason);
        Assert.Equal("", ((EnumType)schema.Types["E"]!).Values["A"]!.DeprecationReason);
        Assert.Equal("https://example.com", ((ScalarType)schema.Types["S"]!).SpecifiedByUrl);
        Assert.True(((InputObjectType)schema.Types["One"]!).IsOneOf);
    }

    [Fact]
    public void Meta_fields_are_found_where_they_are_allowed()
    {
        var schema = Build("type Query { a: Query b: T u: U } type T { x: Int } union U = T");
        var type = (CompositeType)schema.Types["T"]!;

        Assert.Same(schema.SchemaField, schema.FindField(schema.QueryType, "__schema"));
        Assert.Same(schema.TypeField, schema.FindField(schema.QueryType, "__type"));
        Assert.Null(schema.FindField(type, "__schema"));
        Assert.Same(schema.TypeNameField, schema.FindField((CompositeType)schema.Types["U"]!, "__typename"));
        Assert.Equal("x", schema.FindField(type, "x")!.Name);
        Assert.Null(schema.FindField(schema.QueryType, "x"));
    }

    [Theory]
    [InlineData("type Query { a: Int }\ntype Query { b: Int }", "UniqueTypeNamesRule", 1, 6)]
    [InlineData("type Query {\n  a: Nope\n}", "KnownTypeNamesRule", 2, 6)]
    [InlineData("type Query { a: Int @nope }", "KnownDirectivesRule", 1, 21)]
    [InlineData("type Query { a: Int }\n{ a }", "TypeSystemDefinitionsRule", 2, 1)]
    [InlineData("type A { a: Int }", "RootOperationTypesRule", null, null)]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "ValuesOfCorrectTypeRule", 1, 25)]
    [InlineData("type Query { a: Int @deprecated(reason: 1) }", "ValuesOfCorrectTypeRule", 1, 41)]
    [InlineData("type Query { a(b: In = {c: 1, c: 2}): Int } input In { c: Int }", "UniqueInputFieldNamesRule", 1, 31)]
    [InlineData("type Query { a: Int }\ninput In { a: In! }", "InputObjectCyclesRule", 2, 12)]
    [InlineData("type Query { a: Int", "SyntaxError", 1, 20)]
    public void Errors_name_the_rule_and_the_place(string text, string rule, int? line, int? column)
    {
        var error = SchemaBuilder.Build(text).Errors[0];

        Assert.Equal(rule, error.Code);
        if (line is null) Assert.Empty(error.Locations);
        else Assert.Equal(new SourceLocation(line.Value, column!.Value), error.Locations[0]);
    }

    [Fact]
    public void No_more_than_a_hundred_errors_are_told()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"f{i}: Nope"));

        Assert.Equal(100, SchemaBuilder.Build($"type Query {{ {fields} }}").Errors.Length);
    }

    [Fact]
    public void A_large_schema_is_built_in_linear_time()
    {
        var types = string.Concat(Enumerable.Range(0, 5000).Select(i =>
            $$"""
            type T{{i}} implements N { id: ID next(in: I{{i}}): T{{(i + 1) % 5000}} }
            input I{{i}} { a: Int = 1 b: I{{i}} }

            """));

        TimeLimit.Assert(TimeSpan.FromSeconds(4), () =>
            Assert.Empty(SchemaBuilder.Build($"type Query {{ n: N }} interface N {{ id: ID }} {types}").Errors));
    }

    private static GraphQLSchema Build(string text)
    {
        var result = SchemaBuilder.Build(text);
        Assert.Empty(result.Errors);
        return result.Schema!;
    }
}
