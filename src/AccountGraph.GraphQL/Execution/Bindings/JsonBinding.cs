using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A custom scalar whose JSON text is at hand.</summary>
internal sealed class JsonBinding<T>(Func<T, ReadOnlyMemory<byte>> read)
    : LeafBinding("a custom scalar", ScalarKind.Custom)
    where T : class
{
    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var json = read((T)source!);
        if (json.IsEmpty) return writer.WriteNull(field, depth);

        writer.Output.Write(json.Span);
        return true;
    }
}
