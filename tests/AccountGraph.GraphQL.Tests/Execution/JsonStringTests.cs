using System.Text;
using System.Text.Json;

namespace AccountGraph.GraphQL.Tests.Execution;

/// <summary>Strings in responses, seen through a field, against the framework's own reader.</summary>
public sealed class JsonStringTests
{
    private readonly TestEngine _engine = new(
        "type Query { text: String }",
        map => map.Object<string>("Query", query => query.Text("text", x => x)));

    // Every place in a block of eight characters and around it, with each kind of character that is written specially.
    public static TheoryData<string> SpecialCharacters =>
        [.. "\"\\\b\f\n\r\t\0\u001f\u007f\u00e9\u20ac\u2028".Select(character => character.ToString()), "\ud83d\ude00"];

    [Theory]
    [MemberData(nameof(SpecialCharacters))]
    public async Task A_special_character_survives_at_every_place(string special)
    {
        for (var before = 0; before < 20; before++)
        {
            var text = new string('a', before) + special + new string('z', 20 - before);

            Assert.Equal(text, await WriteAsync(text));
        }
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("abcdefgh\ude00 tail")]
    public async Task An_unpaired_surrogate_becomes_a_replacement_character(string text) =>
        Assert.Contains('\ufffd', await WriteAsync(text));

    [Fact]
    public async Task Characters_beyond_ascii_are_not_escaped() =>
        Assert.Equal("""{"data":{"text":"Grüße 😀"}}""", await _engine.RunAsync("{ text }", root: "Grüße 😀"));

    [Fact]
    public async Task Random_texts_of_all_lengths_survive()
    {
        // A fixed sequence: the case that fails today fails tomorrow.
        var state = 12345u;
        for (var length = 0; length < 300; length++)
        {
            var text = new StringBuilder();
            for (var index = 0; index < length; index++)
            {
                state = (state * 1664525) + 1013904223;
                var isPlain = (state >> 8) % 16 != 0;
                text.Append((char)(isPlain ? 'a' + ((state >> 12) % 26) : (state >> 12) % 0x300));
            }

            Assert.Equal(text.ToString(), await WriteAsync(text.ToString()));
        }
    }

    [Theory]
    [InlineData(11_999)]
    [InlineData(12_001)]
    [InlineData(100_000)]
    public async Task A_long_text_survives_with_pairs_at_every_seam(int length)
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", length / 2)) + "\"";

        Assert.Equal(text, await WriteAsync(text));
    }

    private async Task<string> WriteAsync(string text)
    {
        using var response = JsonDocument.Parse(await _engine.RunAsync("{ text }", root: text));
        return response.RootElement.GetProperty("data").GetProperty("text").GetString()!;
    }
}
