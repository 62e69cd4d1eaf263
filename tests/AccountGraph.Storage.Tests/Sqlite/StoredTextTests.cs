using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

public sealed class StoredTextTests
{
    /// <summary>All texts of up to three of these characters: those that are rewritten, their neighbour and a letter.
    /// </summary>
    private static readonly string[] Texts = MakeTexts();

    [Fact]
    public void Text_is_written_without_NUL_and_comes_back()
    {
        foreach (var text in Texts)
        {
            var written = StoredText.Encode(text);

            Assert.DoesNotContain('\0', written);
            Assert.Equal(text, StoredText.Decode(written));
        }
    }

    [Fact]
    public void Order_and_containment_hold_between_the_written_forms()
    {
        foreach (var left in Texts)
        {
            foreach (var right in Texts)
            {
                var (one, other) = (StoredText.Encode(left), StoredText.Encode(right));
                var order = TextOrder.ByCodePoint;
                Assert.Equal(Math.Sign(order.Compare(left, right)), Math.Sign(order.Compare(one, other)));
                Assert.Equal(
                    left.Contains(right, StringComparison.Ordinal), one.Contains(other, StringComparison.Ordinal));
                Assert.Equal(
                    left.StartsWith(right, StringComparison.Ordinal), one.StartsWith(other, StringComparison.Ordinal));
            }
        }
    }

    private static string[] MakeTexts()
    {
        string[] letters = ["\0", "\u0001", "\u0002", "\u0003", "\u0004", "a"];
        var pairs = letters.SelectMany(first => letters.Select(second => first + second)).ToArray();
        return ["", .. letters, .. pairs, .. pairs.SelectMany(pair => letters.Select(letter => pair + letter))];
    }
}
