using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Tests.Language;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\n\rb", 3, 3, 1)]
    [InlineData("\r\n\r\nb", 4, 3, 1)]
    [InlineData("é😀b", 6, 1, 4)]
    [InlineData("\uFEFFb", 3, 1, 2)]
    [InlineData("ab", 2, 1, 3)]
    [InlineData("ab\n", 99, 2, 1)]
    [InlineData("", 0, 1, 1)]
    public void Lines_end_as_the_specification_says_and_columns_count_UTF_16_units(
        string text, int offset, int line, int column)
    {
        Assert.Equal(new SourceLocation(line, column), SourceText.From(text).Locate(offset));
    }
}
