using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Conformance;

/// <summary>Reads the data of a case, whose objects may stand for failures, waits, counters and arguments.</summary>
internal static class CaseData
{
    public static ValueTask<object?> Resolve(FieldContext context)
    {
        if (context.Source is not JsonElement { ValueKind: JsonValueKind.Object } source ||
            !source.TryGetProperty(context.Field.Name, out var value))
            return default;

        var resolved = Read(value, (CaseState)context.State!, context.Arguments);
        return resolved is Task<object?> task ? new(task) : new(resolved);
    }

    public static ValueTask<object?> Stream(FieldContext context) =>
        new(StreamAsync(((CaseState)context.State!).Events));

    private static async IAsyncEnumerable<object?> StreamAsync(JsonElement events)
    {
        foreach (var item in events.EnumerateArray())
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static object? Read(JsonElement value, CaseState state, ArgumentValues arguments)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => Read(item, state, arguments)).ToList();
        if (value.ValueKind != JsonValueKind.Object) return value;
        if (value.TryGetProperty("$error", out var error)) return new FieldError(error.GetString()!);
        if (value.TryGetProperty("$args", out _)) return arguments.ToDictionary();
        if (value.TryGetProperty("$next", out var next)) return state.Next(next.GetString()!);

        return value.TryGetProperty("$delay", out var delay)
            ? ReadLaterAsync(delay.GetInt32(), value.GetProperty("$value"), state, arguments)
            : value;
    }

    private static async Task<object?> ReadLaterAsync(
        int milliseconds, JsonElement value, CaseState state, ArgumentValues arguments)
    {
        await Task.Delay(milliseconds);
        return Read(value, state, arguments);
    }
}
