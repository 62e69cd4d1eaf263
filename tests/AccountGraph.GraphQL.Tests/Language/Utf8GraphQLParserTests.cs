using System.Text;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Tests.Language;

public sealed class Utf8GraphQLParserTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData(@"\u00e9", "é")]
    [InlineData(@"\uD83D\uDE00", "😀")]
    [InlineData(@"\u{1F600}", "😀")]
    [InlineData(@"\u{0000000041}", "A")]
    [InlineData(@"\u0000", "\0")]
    [InlineData(@"\""\\\/\b\f\n\r\t", "\"\\/\b\f\n\r\t")]
    [InlineData("# no comment, {", "# no comment, {")]
    [InlineData("\u0001\u007F", "\u0001\u007F")]
    public void Strings_mean_their_text_with_escapes_replaced(string written, string meant)
    {
        var text = Assert.IsType<ValueNode.String>(ValueOf($"\"{written}\""));

        Assert.Equal(meant, text.Value);
        Assert.False(text.IsBlock);
    }

    [Theory]
    [InlineData(@"\uD83D")]
    [InlineData(@"\uDE00")]
    [InlineData(@"\uD83D\u0041")]
    [InlineData(@"\u{D83D}\u{DE00}")]
    [InlineData(@"\u{}")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\u{FFFFFFFFFFFFFFFFFFFF}")]
    [InlineData(@"\u{41")]
    [InlineData(@"\u12")]
    [InlineData(@"\x")]
    [InlineData(@"\")]
    public void Escapes_that_mean_no_character_are_errors(string written)
    {
        Assert.False(Parse($"{{ a(b: \"{written}\") }}").IsValid);
    }

    [Theory]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"a\r\n  b\rc\"\"\"", "a\n  b\nc")]
    [InlineData("\"\"\"  first\n  second\"\"\"", "  first\nsecond")]
    [InlineData("\"\"\"say \\\"\"\" twice \\n\"\"\"", "say \"\"\" twice \\n")]
    [InlineData("\"\"\"\n\n\"\"\"", "")]
    public void Block_strings_lose_their_common_indentation(string written, string meant)
    {
        var text = Assert.IsType<ValueNode.String>(ValueOf(written));

        Assert.Equal(meant, text.Value);
        Assert.True(text.IsBlock);
    }

    [Fact]
    public void Marks_commas_and_comments_mean_nothing()
    {
        var result = Parse("\uFEFF,, { # a comment with { and \" \0\r ,a,\uFEFF b } # the last one");

        var operation = Assert.IsType<DefinitionNode.Operation>(Assert.Single(result.Document!.Definitions));
        Assert.Equal(2, operation.SelectionSet.Selections.Length);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'{', 0x80, (byte)'}' }, 2)]
    [InlineData(new byte[] { (byte)'{', (byte)' ', (byte)'#', 0xED, 0xA0, 0x80 }, 4)]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC3, 0xA9, 0xC0, 0xAF }, 4)]
    [InlineData(new byte[] { (byte)'{', 0xF0, 0x9F }, 2)]
    public void Bytes_that_are_not_UTF_8_are_a_syntax_error_where_they_begin(byte[] document, int column)
    {
        var error = Assert.Single(Utf8GraphQLParser.Parse(new SourceText(document)).Errors);

        Assert.Equal(new SourceLocation(1, column), Assert.Single(error.Locations));
        Assert.Equal("SyntaxError", error.Code);
    }

    [Fact]
    public void Descriptions_stand_on_operations_fragments_and_variables()
    {
        var document = Parse("\"o\" query A(\"v\" $x: Int @d) { ...F } \"\"\"f\"\"\" fragment F on T { a }").Document!;

        var operation = Assert.IsType<DefinitionNode.Operation>(document.Definitions[0]);
        Assert.Equal("o", operation.Description!.Value);
        Assert.Equal("v", operation.Variables[0].Description!.Value);
        Assert.Equal("d", operation.Variables[0].Directives[0].Name);
        Assert.Equal("f", document.Definitions[1].Description!.Value);
        Assert.False(Parse("\"shorthand\" { a }").IsValid);
    }

    [Fact]
    public void The_limit_of_tokens_counts_what_the_grammar_calls_tokens()
    {
        var options = new ParserOptions { MaxTokens = 5 };

        Assert.True(Utf8GraphQLParser.Parse("{ a, b #c d e f\n c }", options).IsValid);
        var error = Assert.Single(Utf8GraphQLParser.Parse("{ a b c d }", options).Errors);
        Assert.Equal(new SourceLocation(1, 11), Assert.Single(error.Locations));
    }

    [Theory]
    [InlineData("", "{a", "", "}", "", 10)]
    [InlineData("", "{...", "{a}", "}", "", 9)]
    [InlineData("{a(b:", "[", "", "]", ")}", 9)]
    [InlineData("{a(b:", "{c:", "1", "}", ")}", 9)]
    [InlineData("query($a:", "[", "T", "]", "){b}", 10)]
    public void Nesting_is_allowed_up_to_the_limit_and_refused_beyond(
        string before, string open, string middle, string close, string after, int most)
    {
        Assert.Empty(Nested(most).Errors);
        Assert.Contains("10 levels", Assert.Single(Nested(most + 1).Errors).Message, StringComparison.Ordinal);

        ParseResult Nested(int depth) => Utf8GraphQLParser.Parse(
            $"{before}{Repeat(open, depth)}{middle}{Repeat(close, depth)}{after}", new ParserOptions { MaxDepth = 10 });
    }

    [Theory]
    [InlineData("", "{a")]
    [InlineData("", "{...")]
    [InlineData("{a(b:", "[")]
    [InlineData("{a(b:", "{c:")]
    [InlineData("query($a:", "[")]
    [InlineData("input I { a: T = ", "[")]
    public void A_hundred_thousand_levels_are_refused_quickly(string before, string open)
    {
        var document = SourceText.From(before + Repeat(open, 100_000));

        TimeLimit.Assert(TimeSpan.FromSeconds(2), () =>
        {
            Assert.False(Utf8GraphQLParser.Parse(document).IsValid);
            Assert.False(Utf8GraphQLParser.Parse(document, ParserOptions.Schema).IsValid);
        });
    }

    [Fact]
    public void Ten_megabytes_of_tokens_are_refused_after_the_first_two_thousand()
    {
        var document = SourceText.From("{" + Repeat("ab ", 3_500_000) + "}");

        TimeLimit.Assert(TimeSpan.FromSeconds(2), () =>
        {
            var error = Assert.Single(Utf8GraphQLParser.Parse(document).Errors);
            Assert.Contains("2000", error.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("{ a(b: \"", "x", "\") }")]
    [InlineData("{ a(b: \"\"\"", " \n", "\"\"\") }")]
    [InlineData("{ a(b: \"", @"\u{1F600}", "\") }")]
    [InlineData("{ a ", "# \n", "}")]
    [InlineData("{ a ", ",", "}")]
    [InlineData("{ a(b: 1", "0", ") }")]
    public void Single_tokens_and_ignored_text_of_ten_megabytes_take_linear_time(
        string before, string piece, string after)
    {
        var document = SourceText.From(before + Repeat(piece, 10_000_000 / piece.Length) + after);

        TimeLimit.Assert(TimeSpan.FromSeconds(5), () => Assert.True(Utf8GraphQLParser.Parse(document).IsValid));
    }

    private static string Repeat(string piece, int count) =>
        new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();

    private static ParseResult Parse(string text) => Utf8GraphQLParser.Parse(text);

    private static ValueNode ValueOf(string literal)
    {
        var result = Parse($"{{ a(b: {literal}) }}");
        Assert.Empty(result.Errors);
        var operation = (DefinitionNode.Operation)result.Document!.Definitions[0];
        return ((SelectionNode.Field)operation.SelectionSet.Selections[0]).Arguments[0].Value;
    }
}
