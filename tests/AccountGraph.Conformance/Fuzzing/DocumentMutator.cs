using System.Text;

namespace AccountGraph.Conformance.Fuzzing;

/// <summary>Damages documents: bytes, pieces, and what lexers and parsers trip over.</summary>
public sealed class DocumentMutator(SeededNumbers numbers)
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "(", ")", "[", "]", "...", "$", "@", "!", ":", "=", "|", "&", "\"", "\"\"\"", "\\", "\\u{110000}",
            "\"\\uD83D\"", "\"\\u{1F600}\"", "#", "\r", "\n", "-", "0", "1e9", ".5", "999999999999999999999", "null",
            "on", "fragment", "query", "extend", "\0", "\uFEFF", "\u00E9", "...F0", "{a{a{a{a{a", "[[[[[", "$v",
        }.Select(Encoding.UTF8.GetBytes),
        // No UTF-8: a lone continuation, a surrogate, an overlong form, half a character.
        [0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF0, 0x9F],
    ];

    public byte[] Mutate(byte[] document)
    {
        var bytes = new List<byte>(document);
        var changes = 1 + numbers.Below(4);
        for (var i = 0; i < changes && bytes.Count > 0; i++)
        {
            var at = numbers.Below(bytes.Count);
            var length = Math.Min(1 + numbers.Below(12), bytes.Count - at);
            switch (numbers.Below(6))
            {
                case 0:
                    bytes[at] = (byte)numbers.Below(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(numbers.Below(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Pieces[numbers.Below(Pieces.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
