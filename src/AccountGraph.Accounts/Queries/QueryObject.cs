using System.Text.Json;

namespace AccountGraph.Accounts.Queries;

/// <summary>One query as sent: a method, the attribute it is about, its values.</summary>
internal readonly record struct QueryObject(string Method, string Attribute, IReadOnlyList<JsonElement> Values)
{
    /// <summary>Null when the element is not of this form. Other members are ignored.</summary>
    public static QueryObject? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (!element.TryGetProperty("method", out var method) || method.ValueKind != JsonValueKind.String) return null;

        var attribute = "";
        if (element.TryGetProperty("attribute", out var named))
        {
            if (named.ValueKind != JsonValueKind.String) return null;
            attribute = named.GetString()!;
        }

        if (!element.TryGetProperty("values", out var values))
        {
            return new QueryObject(method.GetString()!, attribute, []);
        }

        return values.ValueKind == JsonValueKind.Array
            ? new QueryObject(method.GetString()!, attribute, [.. values.EnumerateArray()])
            : null;
    }
}
