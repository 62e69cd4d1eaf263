using System.Text.Json;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A custom scalar from a parsed JSON value.</summary>
internal sealed class JsonElementBinding<T>(Func<T, JsonElement?> read)
    : LeafBinding("a custom scalar", ScalarKind.Custom)
    where T : class
{
    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var json = read((T)source!);
        if (json is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
            return writer.WriteNull(field, depth);

        JsonValues.Write(writer.Output, json.GetValueOrDefault());
        return true;
    }
}
