using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Tests.Execution;

public sealed class TypedReaderTests
{
    private const string Sdl =
        """
        scalar Json
        enum Colour { RED GREEN }
        type Query { item: Item needed: Item! }
        type Item {
          id: ID! name: String count: Int ratio: Float isOn: Boolean colour: Colour tags: [String] must: [String!]
          json: Json element: Json child: Item children: [Item!]
        }
        """;

    [Fact]
    public async Task Every_kind_of_reader_writes_its_value()
    {
        var child = new Item { Id = "2" };
        var item = new Item
        {
            Id = "1",
            Name = "n",
            Count = 3,
            Ratio = 1.5,
            IsOn = true,
            Colour = "GREEN",
            Tags = ["a", null],
            Must = ["b"],
            Json = """{"a":[1]}"""u8.ToArray(),
            Element = JsonSerializer.SerializeToElement(new[] { "é" }),
            Child = child,
            Children = [child],
        };

        var response = await Engine(_ => item).RunAsync(
            """
            { item { id name count ratio isOn colour tags must json element child { id } children { id __typename } } }
            """);

        Assert.Equal(
            """
            {"data":{"item":{"id":"1","name":"n","count":3,"ratio":1.5,"isOn":true,"colour":"GREEN","tags":["a",null],
            "must":["b"],"json":{"a":[1]},"element":["é"],"child":{"id":"2"},
            "children":[{"id":"2","__typename":"Item"}]}}}
            """.ReplaceLineEndings(""),
            response);
    }

    [Fact]
    public async Task Nulls_are_written_as_null()
    {
        var response = await Engine(_ => new Item { Id = "1" }).RunAsync(
            "{ item { name count ratio isOn colour tags must json element child { id } children { id } } }");

        Assert.Equal(
            """
            {"data":{"item":{"name":null,"count":null,"ratio":null,"isOn":null,"colour":null,"tags":null,"must":null,
            "json":null,"element":null,"child":null,"children":null}}}
            """.ReplaceLineEndings(""),
            response);
    }

    [Theory]
    [InlineData("{ item { count } }", "count")]
    [InlineData("{ item { ratio } }", "ratio")]
    [InlineData("{ item { colour } }", "colour")]
    public async Task A_value_that_the_type_does_not_allow_is_an_error_of_its_field(string query, string field)
    {
        var item = new Item { Id = "1", Count = 1L << 40, Ratio = double.NaN, Colour = "BLUE" };

        using var response = JsonDocument.Parse(await Engine(_ => item).RunAsync(query));

        var error = Assert.Single(response.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal($"""["item","{field}"]""", error.GetProperty("path").GetRawText());
        var value = response.RootElement.GetProperty("data").GetProperty("item").GetProperty(field);
        Assert.Equal(JsonValueKind.Null, value.ValueKind);
    }

    [Fact]
    public async Task A_reader_that_throws_costs_its_field_only()
    {
        var options = new GraphQLEngineOptions
        {
            OnUnexpectedError = (exception, _, _) => new FieldError(exception.Message),
        };

        var response = await Engine(_ => new Item { Id = "1", Name = "n" }, options, faulty: "count")
            .RunAsync("{ item { id count name } }");

        Assert.Equal(
            """
            {"errors":[{"message":"broken","locations":[{"line":1,"column":13}],"path":["item","count"]}],
            "data":{"item":{"id":"1","count":null,"name":"n"}}}
            """.ReplaceLineEndings(""),
            response);
    }

    [Fact]
    public void Mistakes_are_all_told_when_the_engine_is_made()
    {
        var mistake = Assert.Throws<ArgumentException>(() => new TestEngine(Sdl, map => map
            .Object<Item>("Item", item => item.Integer("name", x => x.Count).Text("nme", x => x.Name))
            .Field("Query", "itm", _ => default)
            .Scalar("Colour", new PassingScalar())
            .TypeOf("Item", _ => null)));

        Assert.Contains("Item.name is String, not Int", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Item.nme is not in the schema", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Item.colour is not bound", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Query.itm is not in the schema", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Colour is not a custom scalar", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Item is not an interface or union", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_bound_twice_is_refused()
    {
        var map = new ResolverMap().Field("Q", "f", _ => default);

        Assert.Throws<ArgumentException>(() => map.Field("Q", "f", _ => default));
    }

    private static TestEngine Engine(
        Func<FieldContext, Item?> read, GraphQLEngineOptions? options = null, string? faulty = null) => new(
        Sdl,
        map => map
            .Field("Query", "item", context => new(read(context)))
            .Object<Item>("Item", item => item
                .Text("id", x => x.Id)
                .Text("name", x => x.Name)
                .Integer("count", x => faulty == "count" ? throw new InvalidOperationException("broken") : x.Count)
                .Float("ratio", x => x.Ratio)
                .Flag("isOn", x => x.IsOn)
                .Enum("colour", x => x.Colour)
                .Texts("tags", x => x.Tags)
                .Texts("must", x => x.Must)
                .Json("json", x => x.Json)
                .Json("element", x => x.Element)
                .Object("child", x => x.Child)
                .List("children", x => x.Children)),
        options);

    private sealed class PassingScalar : ScalarCoercion;

    private sealed record Item
    {
        public string? Id { get; init; }

        public string? Name { get; init; }

        public long? Count { get; init; }

        public double? Ratio { get; init; }

        public bool? IsOn { get; init; }

        public string? Colour { get; init; }

        public IReadOnlyList<string?>? Tags { get; init; }

        public IReadOnlyList<string?>? Must { get; init; }

        public ReadOnlyMemory<byte> Json { get; init; }

        public JsonElement? Element { get; init; }

        public Item? Child { get; init; }

        public IReadOnlyList<Item?>? Children { get; init; }
    }
}
