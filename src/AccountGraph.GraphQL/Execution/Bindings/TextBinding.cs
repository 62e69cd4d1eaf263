using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

internal sealed class TextBinding<T>(Func<T, string?> read)
    : LeafBinding("String, ID or a custom scalar", ScalarKind.String, ScalarKind.Id, ScalarKind.Custom)
    where T : class
{
    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var text = read((T)source!);
        if (text is null) return writer.WriteNull(field, depth);

        JsonText.WriteString(writer.Output, text);
        return true;
    }
}
