using System.Globalization;
using System.Text.Json;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Queries;

internal static class QueryValues
{
    /// <summary>Null when the value is not of the attribute's kind.</summary>
    public static object? Read(JsonElement value, AttributeKind kind)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } text) return null;
        return kind switch
        {
            AttributeKind.Text => text,
            AttributeKind.Instant => ReadInstant(text),
        };
    }

    public static int? ReadNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(
            value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Both of one kind. Text is compared by its characters' numbers, as stores do.</summary>
    public static int Compare(object left, object right) =>
        left is Instant time ? time.CompareTo((Instant)right) : string.CompareOrdinal((string)left, (string)right);

    private static Instant? ReadInstant(string text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.From(time)
            : null;
}
