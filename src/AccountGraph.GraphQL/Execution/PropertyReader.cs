using System.Text.Json;

namespace AccountGraph.GraphQL.Execution;

/// <summary>Reads fields without a binding from dictionaries and JSON objects.</summary>
internal static class PropertyReader
{
    public static ValueTask<object?> Resolve(FieldContext context) =>
        new(TryRead(context.Source, context.Field.Name, out var value)
            ? value
            : throw new InvalidOperationException(
                $"Nothing is bound to {context.ParentType.Name}.{context.Field.Name}, and its source is a " +
                $"{context.Source!.GetType().Name}, not a dictionary or JSON object."));

    /// <summary>The entry of that name, null if it is missing; false when the source has no entries at all.</summary>
    public static bool TryRead(object? source, string name, out object? value)
    {
        value = null;
        switch (source)
        {
            case null:
                return true;
            case IReadOnlyDictionary<string, object?> entries:
                entries.TryGetValue(name, out value);
                return true;
            case IDictionary<string, object?> entries:
                entries.TryGetValue(name, out value);
                return true;
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                if (json.TryGetProperty(name, out var entry)) value = entry;
                return true;
            default:
                return false;
        }
    }
}
