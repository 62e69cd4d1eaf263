using System.Text;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// The meaning of a block string
/// (<see href="https://spec.graphql.org/September2025/#BlockStringValue()">BlockStringValue()</see>).
/// </summary>
internal static class BlockString
{
    /// <summary>
    /// Takes what stands between the quotes; removes the indentation common to all lines but the first, and blank
    /// lines at both ends.
    /// </summary>
    public static string Value(string raw)
    {
        var lines = raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Split('\n', '\r');
        var indent = CommonIndent(lines);
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        var last = Array.FindLastIndex(lines, line => !IsBlank(line));

        var value = new StringBuilder();
        for (var i = first; i <= last && first >= 0; i++)
        {
            if (i > first) value.Append('\n');
            value.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(indent, lines[i].Length)));
        }

        return value.ToString();
    }

    private static int CommonIndent(string[] lines)
    {
        var indent = int.MaxValue;
        foreach (var line in lines.AsSpan(1))
        {
            if (!IsBlank(line)) indent = Math.Min(indent, Indent(line));
        }

        return indent;
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;

    private static int Indent(string line)
    {
        var length = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }
}
