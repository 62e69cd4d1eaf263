using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

internal sealed class IntegerBinding<T>(Func<T, long?> read) : LeafBinding("Int", ScalarKind.Int)
    where T : class
{
    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var number = read((T)source!);
        if (number is null) return writer.WriteNull(field, depth);

        if (number is < int.MinValue or > int.MaxValue)
            return writer.WriteError(field, ExecutionErrors.NotInteger(number), depth);

        JsonNumber.Write(writer.Output, number.GetValueOrDefault());
        return true;
    }
}
