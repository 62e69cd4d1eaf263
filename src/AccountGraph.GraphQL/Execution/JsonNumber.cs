using System.Globalization;

namespace AccountGraph.GraphQL.Execution;

/// <summary>Writes JSON numbers (RFC 8259, section 6).</summary>
internal static class JsonNumber
{
    // The longest are -9223372036854775808 and -1.7976931348623157E+308.
    private const int MostBytes = 32;

    public static void Write(ResponseBuffer output, long number)
    {
        number.TryFormat(output.Reserve(MostBytes), out var written, default, CultureInfo.InvariantCulture);
        output.AdvanceUnchecked(written);
    }

    /// <summary>Writes the shortest digits that read back as the same number, which must be finite.</summary>
    public static void Write(ResponseBuffer output, double number)
    {
        number.TryFormat(output.Reserve(MostBytes), out var written, default, CultureInfo.InvariantCulture);
        output.AdvanceUnchecked(written);
    }
}
