using System.Text;
using AccountGraph.Storage.Adapters;

namespace AccountGraph.Storage.Tests.Adapters;

public sealed class TextOrderTests
{
    private static readonly string[] Texts =
        ["", "a", "A", "ab", "b", "é", "\uD7FF", "\uE000", "\uFFFF", "😀", "😁", "\U0010FFFF",
         "😀a", "x😀", "x\uFF5E", "\0"];

    [Fact]
    public void Texts_are_ordered_as_their_UTF8_bytes()
    {
        foreach (var left in Texts)
        {
            foreach (var right in Texts)
            {
                var bytes = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
                Assert.Equal(Math.Sign(bytes), Math.Sign(TextOrder.ByCodePoint.Compare(left, right)));
            }
        }
    }

    [Fact]
    public void The_end_of_a_prefix_parts_its_texts_from_all_others()
    {
        foreach (var prefix in Texts)
        {
            foreach (var text in Texts)
            {
                var end = TextOrder.After(prefix);
                var isBetween = TextOrder.ByCodePoint.Compare(text, prefix) >= 0
                    && (end is null || TextOrder.ByCodePoint.Compare(text, end) < 0);
                Assert.Equal(text.StartsWith(prefix, StringComparison.Ordinal), isBetween);
            }
        }
    }
}
