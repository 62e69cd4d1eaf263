using System.Text;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// Escape sequences in strings
/// (<see href="https://spec.graphql.org/September2025/#sec-String-Value.Static-Semantics">2.9.4</see>).
/// </summary>
internal static class StringEscape
{
    /// <summary>Appends what the escape at <paramref name="position"/> means and returns the position behind it.
    /// </summary>
    public static int Append(StringBuilder builder, ReadOnlySpan<byte> text, int position)
    {
        var escape = text[position..];
        if (escape is [_, (byte)'u', ..]) return position + AppendUnicode(builder, escape, position);

        var character = escape.Length < 2 ? '\0' : (char)escape[1];
        builder.Append(character switch
        {
            '"' or '\\' or '/' => character,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new SyntaxException(SyntaxErrors.InvalidEscape, position),
        });
        return position + 2;
    }

    /// <summary>
    /// <c>\u{1F600}</c>, <c>\u00E9</c> or a surrogate pair of two such escapes; anything that is not a Unicode scalar
    /// value in the end is an error.
    /// </summary>
    private static int AppendUnicode(StringBuilder builder, ReadOnlySpan<byte> escape, int position)
    {
        var (value, length) = escape is [_, _, (byte)'{', ..] ? Braced(escape) : Fixed(escape);
        if (Rune.TryCreate(value, out var rune))
        {
            builder.Append(rune.ToString());
            return length;
        }

        // Only the form without braces can be half of a pair.
        if (length == 6 && escape[2] != '{' && escape[6..] is [(byte)'\\', (byte)'u', ..]
            && value is >= 0xD800 and < 0xDC00)
        {
            var (low, lowLength) = Fixed(escape[6..]);
            if (low is >= 0xDC00 and < 0xE000)
            {
                builder.Append((char)value).Append((char)low);
                return length + lowLength;
            }
        }

        throw new SyntaxException(SyntaxErrors.InvalidUnicodeEscape, position);
    }

    private static (int Value, int Length) Fixed(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 6) return (-1, 0);

        var value = 0;
        foreach (var digit in escape[2..6])
        {
            if (!char.IsAsciiHexDigit((char)digit)) return (-1, 0);

            value = (value << 4) | HexValue(digit);
        }

        return (value, 6);
    }

    private static (int Value, int Length) Braced(ReadOnlySpan<byte> escape)
    {
        var value = 0;
        for (var i = 3; i < escape.Length && value <= 0x10FFFF; i++)
        {
            if (escape[i] == '}') return i == 3 ? (-1, 0) : (value, i + 1);
            if (!char.IsAsciiHexDigit((char)escape[i])) break;

            value = (value << 4) | HexValue(escape[i]);
        }

        return (-1, 0);
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
