using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

internal sealed class FloatBinding<T>(Func<T, double?> read) : LeafBinding("Float", ScalarKind.Float)
    where T : class
{
    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var number = read((T)source!);
        if (number is null) return writer.WriteNull(field, depth);

        if (!double.IsFinite(number.GetValueOrDefault()))
            return writer.WriteError(field, ExecutionErrors.NotNumber(number), depth);

        JsonNumber.Write(writer.Output, number.GetValueOrDefault());
        return true;
    }
}
