using System.Text;

namespace AccountGraph.GraphQL.Language;

/// <summary>The UTF-8 text of a document; turns byte offsets into lines and columns when somebody asks.</summary>
public sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    /// <summary>
    /// The bytes as they came in, byte order mark included. The caller must not change them afterwards.
    /// </summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    public static SourceText From(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>The place of the byte at <paramref name="offset"/>. Walks the text; meant for errors only.</summary>
    /// <remarks>
    /// <c>\n</c>, <c>\r</c> and <c>\r\n</c> each end one line
    /// (<see href="https://spec.graphql.org/September2025/#LineTerminator">2.1.2 Line Terminators</see>).
    /// </remarks>
    public SourceLocation Locate(int offset)
    {
        var text = Utf8.Span;
        var end = Math.Clamp(offset, 0, text.Length);
        var line = 1;
        var lineStart = 0;
        while (text[lineStart..end].IndexOfAny((byte)'\n', (byte)'\r') is var length and >= 0)
        {
            var isPair = text[(lineStart + length)..] is [(byte)'\r', (byte)'\n', ..];
            lineStart = Math.Min(lineStart + length + (isPair ? 2 : 1), end);
            line++;
        }

        return new SourceLocation(line, Encoding.UTF8.GetCharCount(text[lineStart..end]) + 1);
    }
}
