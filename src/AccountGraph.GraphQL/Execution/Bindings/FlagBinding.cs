using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

internal sealed class FlagBinding<T>(Func<T, bool?> read) : LeafBinding("Boolean", ScalarKind.Boolean)
    where T : class
{
    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var flag = read((T)source!);
        if (flag is null) return writer.WriteNull(field, depth);

        writer.Output.Write(flag.GetValueOrDefault() ? "true"u8 : "false"u8);
        return true;
    }
}
