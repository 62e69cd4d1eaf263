namespace AccountGraph.Storage.Adapters;

/// <summary>The order that the databases give to text: by the bytes of UTF-8, which is by code point. It differs
/// from .NET's ordinal order where a surrogate meets a character above them.</summary>
public sealed class TextOrder : IComparer<string>
{
    private TextOrder()
    {
    }

    public static TextOrder ByCodePoint { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return Comparer<bool>.Default.Compare(x is not null, y is not null);
        var same = x.AsSpan().CommonPrefixLength(y);
        if (same == x.Length || same == y.Length) return x.Length.CompareTo(y.Length);

        var (left, right) = (x[same], y[same]);
        return char.IsSurrogate(left) == char.IsSurrogate(right)
            ? left.CompareTo(right)
            : Weight(left).CompareTo(Weight(right));
    }

    /// <summary>The least text behind everything that starts with the prefix, so that a prefix becomes a range
    /// which an index can answer; null when no text is.</summary>
    public static string? After(string prefix)
    {
        for (var end = prefix.Length; end > 0;)
        {
            var isPair = end > 1 && char.IsSurrogatePair(prefix[end - 2], prefix[end - 1]);
            var start = isPair ? end - 2 : end - 1;
            var last = isPair ? char.ConvertToUtf32(prefix[start], prefix[start + 1]) : prefix[start];
            if (last < 0x10FFFF)
            {
                var next = last is >= 0xD7FF and < 0xE000 ? 0xE000 : last + 1;
                return string.Concat(prefix.AsSpan(0, start), char.ConvertFromUtf32(next));
            }

            end = start;
        }

        return null;
    }

    // A surrogate stands for a code point above every single character.
    private static int Weight(char character) => char.IsSurrogate(character) ? 0x10000 : character;
}
