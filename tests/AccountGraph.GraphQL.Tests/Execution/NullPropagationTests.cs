using System.Text.Json;

namespace AccountGraph.GraphQL.Tests.Execution;

/// <summary>
/// What a null that must not be leaves of what was written before it (6.4.4), with and without waiting.
/// </summary>
public sealed class NullPropagationTests
{
    private const string Sdl =
        """
        type Query { before: String shelf: Shelf after: String }
        type Shelf { name: String boxes: [Box] strict: [Box!] }
        type Box { label: String! content: [String!] }
        """;

    private static readonly Box Good = new("good", ["x"]);
    private static readonly Box Nameless = new(null, ["x"]);
    private static readonly Box Torn = new("torn", ["x", null]);

    public static TheoryData<bool> WaitingOrNot => [false, true];

    [Theory]
    [MemberData(nameof(WaitingOrNot))]
    public async Task A_null_takes_its_object_out_of_a_list_of_nullable_items(bool waits)
    {
        var engine = Engine(waits, [Good, Nameless, Good]);

        var response = await engine.RunAsync("{ before shelf { boxes { label } name } after }");

        Assert.Equal(
            """{"before":"b","shelf":{"boxes":[{"label":"good"},null,{"label":"good"}],"name":"s"},"after":"a"}""",
            Data(response));
        Assert.Equal("""["shelf","boxes",1,"label"]""", Path(response));
    }

    [Theory]
    [MemberData(nameof(WaitingOrNot))]
    public async Task A_null_takes_the_whole_list_when_its_items_must_not_be_null(bool waits)
    {
        var engine = Engine(waits, [Good, Nameless, Good]);

        var response = await engine.RunAsync("{ before shelf { strict { label } name } after }");

        Assert.Equal("""{"before":"b","shelf":{"strict":null,"name":"s"},"after":"a"}""", Data(response));
        Assert.Equal("""["shelf","strict",1,"label"]""", Path(response));
    }

    [Theory]
    [MemberData(nameof(WaitingOrNot))]
    public async Task A_null_in_a_list_of_texts_takes_that_list_only(bool waits)
    {
        var response = await Engine(waits, [Torn]).RunAsync("{ shelf { boxes { label content } } }");

        Assert.Equal("""{"shelf":{"boxes":[{"label":"torn","content":null}]}}""", Data(response));
        Assert.Equal("""["shelf","boxes",0,"content",1]""", Path(response));
    }

    [Fact]
    public async Task Without_nullable_ancestors_data_is_null()
    {
        var engine = new TestEngine("type Query { a: Int! b: Int! }", map => map
            .Field("Query", "a", _ => new(1))
            .Field("Query", "b", async _ =>
            {
                await Task.Yield();
                return null;
            }));

        var response = await engine.RunAsync("{ a b }");

        Assert.Equal("null", Data(response));
        Assert.Equal("""["b"]""", Path(response));
    }

    private static TestEngine Engine(bool waits, IReadOnlyList<Box> boxes) => new(Sdl, map =>
    {
        map.Field("Query", "before", _ => new("b"))
            .Field("Query", "shelf", _ => new(boxes))
            .Field("Query", "after", _ => new("a"));
        if (!waits)
        {
            map.Object<IReadOnlyList<Box>>("Shelf", shelf => shelf
                    .Text("name", _ => "s").List("boxes", x => x).List("strict", x => x))
                .Object<Box>("Box", box => box.Text("label", x => x.Label).Texts("content", x => x.Content));
            return;
        }

        map.Field("Shelf", "name", _ => LaterAsync("s"))
            .Field("Shelf", "boxes", context => LaterAsync(context.Source))
            .Field("Shelf", "strict", context => LaterAsync(context.Source))
            .Field("Box", "label", context => LaterAsync(((Box)context.Source!).Label))
            .Field("Box", "content", context => LaterAsync(((Box)context.Source!).Content));
    });

    private static async ValueTask<object?> LaterAsync(object? value)
    {
        await Task.Yield();
        return value;
    }

    private static string Data(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.GetProperty("data").GetRawText();
    }

    private static string Path(string response)
    {
        using var json = JsonDocument.Parse(response);
        return Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText();
    }

    private sealed record Box(string? Label, IReadOnlyList<string?> Content);
}
