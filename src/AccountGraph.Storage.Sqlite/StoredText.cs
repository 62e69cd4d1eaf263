using System.Text;

namespace AccountGraph.Storage.Sqlite;

/// <summary>Text as SQLite keeps it: its JSON functions end a text at the character NUL, so NUL is written as three
/// other control characters.</summary>
/// <remarks>U+0000 to U+0003 become U+0001 and two of U+0002 or U+0003 that spell the number. So order, equality,
/// prefixes and containment hold between the written forms exactly when they hold between the texts.</remarks>
internal static class StoredText
{
    private const char Lead = '\u0001';
    private const char Zero = '\u0002';
    private const char Last = '\u0003';

    public static string Encode(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\0', Last);
        if (first < 0) return text;

        var written = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var character in text.AsSpan(first))
        {
            if (character > Last) written.Append(character);
            else written.Append(Lead).Append(Digit(character >> 1)).Append(Digit(character & 1));
        }

        return written.ToString();
    }

    public static string Decode(string written)
    {
        var first = written.IndexOf(Lead, StringComparison.Ordinal);
        if (first < 0) return written;

        var text = new StringBuilder(written, 0, first, written.Length);
        for (var at = first; at < written.Length; at++)
        {
            if (written[at] != Lead)
            {
                text.Append(written[at]);
                continue;
            }

            text.Append((char)(((written[at + 1] - Zero) << 1) | (written[at + 2] - Zero)));
            at += 2;
        }

        return text.ToString();
    }

    private static char Digit(int bit) => (char)(Zero + bit);
}
