using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Writes JSON strings (RFC 8259, section 7) as UTF-8: only quotes, backslashes and control characters are escaped,
/// unpaired surrogates become U+FFFD.
/// </summary>
internal static class JsonText
{
    // A UTF-16 code unit becomes at most three bytes; an escaped one six.
    private const int MostBytesPerChar = 3;
    private const int MostBytesPerEscapedChar = 6;

    private static readonly SearchValues<char> MustBeEscaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <summary>Writes <paramref name="text"/> in quotes.</summary>
    public static void WriteString(ResponseBuffer output, ReadOnlySpan<char> text)
    {
        // 12,000 characters stay below 36 KiB in one reservation; longer texts go piece by piece.
        if (text.Length > 12_000)
        {
            WriteLong(output, text);
            return;
        }

        var target = output.Reserve((text.Length * MostBytesPerChar) + 2);
        target[0] = (byte)'"';
        if (!TryCopy(text, target[1..], out var written))
        {
            WriteEscaped(output, text);
            return;
        }

        target[written + 1] = (byte)'"';
        output.AdvanceUnchecked(written + 2);
    }

    /// <summary>The JSON form of <paramref name="text"/>, for what is encoded once.</summary>
    public static byte[] Encode(string text)
    {
        using var buffer = new ResponseBuffer(text.Length + 16);
        WriteString(buffer, text);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Copies text that needs no escaping; false when there is something to escape.</summary>
    // One pass that tests and narrows eight characters at a time, in place of a search and then an encoder's pass:
    // most values are ids, dates and addresses of 20 to 30 characters (StringBenchmarks).
    private static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target, out int written)
    {
        var index = 0;
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var destination = ref MemoryMarshal.GetReference(target);
        while (index <= text.Length - Vector128<ushort>.Count)
        {
            var units = Vector128.LoadUnsafe(ref source, (nuint)index);
            if (!IsPlainAscii(units)) break;

            Vector128.Narrow(units, units).GetLower().StoreUnsafe(ref destination, (nuint)index);
            index += Vector128<ushort>.Count;
        }

        for (; index < text.Length; index++)
        {
            var unit = text[index];
            if (unit is < ' ' or '"' or '\\')
            {
                written = 0;
                return false;
            }

            if (unit > '~') return TryEncode(text, index, target, out written);

            target[index] = (byte)unit;
        }

        written = index;
        return true;
    }

    private static bool IsPlainAscii(Vector128<ushort> units)
    {
        // Subtracting a space wraps control characters round to large numbers, so one comparison finds both ends.
        var space = Vector128.Create((ushort)' ');
        var outside = Vector128.GreaterThan(units - space, Vector128.Create((ushort)'~') - space);
        var quotes = Vector128.Equals(units, Vector128.Create((ushort)'"'));
        var backslashes = Vector128.Equals(units, Vector128.Create((ushort)'\\'));
        return (outside | quotes | backslashes) == Vector128<ushort>.Zero;
    }

    private static bool TryEncode(ReadOnlySpan<char> text, int done, Span<byte> target, out int written)
    {
        var rest = text[done..];
        written = 0;
        if (rest.ContainsAny(MustBeEscaped)) return false;

        written = done + Encoding.UTF8.GetBytes(rest, target[done..]);
        return true;
    }

    private static void WriteLong(ResponseBuffer output, ReadOnlySpan<char> text)
    {
        output.WriteByte((byte)'"');
        while (text.Length > 0)
        {
            var length = Math.Min(text.Length, 8_000);
            // A surrogate pair must not be torn apart.
            if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
            WriteContent(output, text[..length]);
            text = text[length..];
        }

        output.WriteByte((byte)'"');
    }

    private static void WriteEscaped(ResponseBuffer output, ReadOnlySpan<char> text)
    {
        output.WriteByte((byte)'"');
        WriteContent(output, text);
        output.WriteByte((byte)'"');
    }

    private static void WriteContent(ResponseBuffer output, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(MustBeEscaped);
            if (plain < 0) plain = text.Length;

            output.AdvanceUnchecked(Encoding.UTF8.GetBytes(text[..plain], output.Reserve(plain * MostBytesPerChar)));
            if (plain == text.Length) return;

            WriteEscape(output, text[plain]);
            text = text[(plain + 1)..];
        }
    }

    private static void WriteEscape(ResponseBuffer output, char unit)
    {
        var target = output.Reserve(MostBytesPerEscapedChar);
        target[0] = (byte)'\\';
        var letter = unit switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)0,
        };
        if (letter != 0)
        {
            target[1] = letter;
            output.AdvanceUnchecked(2);
            return;
        }

        Debug.Assert(unit < ' ', "only control characters have no letter of their own");
        "u00"u8.CopyTo(target[1..]);
        target[4] = (byte)('0' + (unit >> 4));
        target[5] = (byte)"0123456789abcdef"[unit & 0xF];
        output.AdvanceUnchecked(MostBytesPerEscapedChar);
    }
}
