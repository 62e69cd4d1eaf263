using System.Buffers.Binary;
using System.Text;

namespace AccountGraph.Accounts.Devices;

/// <summary>Values of a MaxMind file, by their place counted from the start of their section. Nothing is built but
/// what is asked for.</summary>
internal sealed class MaxMindSection(byte[] bytes, int start)
{
    private const int DeepestNesting = 16;

    private enum Kind
    {
        Extended = 0,
        Pointer = 1,
        Text = 2,
        Double = 3,
        Map = 7,
        Array = 11,
        Boolean = 14,
    }

    public int Start => start;

    public string? TextIn(int map, string key) =>
        Find(map, key) is { } at && Head(at) is { Kind: Kind.Text } head
            ? Encoding.UTF8.GetString(Span(head.Content, head.Size))
            : null;

    /// <exception cref="InvalidDataException">There is none.</exception>
    public int NumberIn(int map, string key)
    {
        if (Find(map, key) is not { } at || Head(at) is not { Size: <= 4 } head) throw Damaged();
        var number = 0L;
        foreach (var value in Span(head.Content, head.Size)) number = (number << 8) | value;
        return number <= int.MaxValue ? (int)number : throw Damaged();
    }

    /// <summary>The place of a map's value; null when the map lacks the key, or when it is no map.</summary>
    public int? Find(int map, string key)
    {
        var head = Head(map);
        if (head.Kind != Kind.Map) return null;

        Span<byte> wanted = stackalloc byte[Encoding.UTF8.GetMaxByteCount(key.Length)];
        wanted = wanted[..Encoding.UTF8.GetBytes(key, wanted)];
        var at = head.Content;
        for (var i = 0; i < head.Size; i++)
        {
            var name = Head(at);
            var value = After(at, depth: 0);
            if (Span(name.Content, name.Size).SequenceEqual(wanted)) return value;
            at = After(value, depth: 0);
        }

        return null;
    }

    // The place behind a value. What a pointer points to stands elsewhere and is not passed over.
    private int After(int at, int depth)
    {
        if (depth > DeepestNesting) throw Damaged();
        var head = RawHead(at);
        if (head.Kind is not (Kind.Map or Kind.Array))
        {
            return head.Kind is Kind.Pointer or Kind.Boolean ? head.Content : head.Content + head.Size;
        }

        var next = head.Content;
        var values = head.Kind == Kind.Map ? head.Size * 2 : head.Size;
        for (var i = 0; i < values; i++) next = After(next, depth + 1);
        return next;
    }

    private (Kind Kind, int Size, int Content) Head(int at)
    {
        var head = RawHead(at);
        if (head.Kind != Kind.Pointer) return head;

        // A pointer to a pointer is not allowed; refusing it also ends any circle.
        var target = RawHead(head.Size);
        return target.Kind == Kind.Pointer ? throw Damaged() : target;
    }

    // For a pointer the size is the place it points to.
    private (Kind Kind, int Size, int Content) RawHead(int at)
    {
        var control = Span(at, 1)[0];
        var kind = (Kind)(control >> 5);
        at++;
        if (kind == Kind.Pointer) return PointerHead(control, at);
        if (kind == Kind.Extended) kind = (Kind)(Span(at++, 1)[0] + 7);

        var size = control & 0x1F;
        return size switch
        {
            29 => (kind, 29 + Span(at, 1)[0], at + 1),
            30 => (kind, 285 + BinaryPrimitives.ReadUInt16BigEndian(Span(at, 2)), at + 2),
            31 => (kind, 65_821 + Number24(Span(at, 3)), at + 3),
            _ => (kind, size, at),
        };
    }

    private (Kind Kind, int Size, int Content) PointerHead(byte control, int at)
    {
        var high = control & 0x7;
        return ((control >> 3) & 0x3) switch
        {
            0 => (Kind.Pointer, (high << 8) | Span(at, 1)[0], at + 1),
            1 => (Kind.Pointer, 2048 + ((high << 16) | BinaryPrimitives.ReadUInt16BigEndian(Span(at, 2))), at + 2),
            2 => (Kind.Pointer, 526_336 + ((high << 24) | Number24(Span(at, 3))), at + 3),
            _ => (Kind.Pointer, BinaryPrimitives.ReadInt32BigEndian(Span(at, 4)), at + 4),
        };
    }

    private static int Number24(ReadOnlySpan<byte> span) => (span[0] << 16) | (span[1] << 8) | span[2];

    private ReadOnlySpan<byte> Span(int at, int length) =>
        at >= 0 && (long)start + at + length <= bytes.Length ? bytes.AsSpan(start + at, length) : throw Damaged();

    private static InvalidDataException Damaged() => new("A value is damaged.");
}
