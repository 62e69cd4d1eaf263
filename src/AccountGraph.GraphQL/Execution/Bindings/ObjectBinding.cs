using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

internal sealed class ObjectBinding<T, TChild> : CompositeBinding<T, TChild>
    where T : class
    where TChild : class
{
    public ObjectBinding(Func<T, TChild?> read)
        : base(read)
    {
    }

    public ObjectBinding(Func<T, ArgumentValues, TChild?> read)
        : base(read)
    {
    }

    public override string? Refuse(FieldDefinition field) =>
        field.Type.Nullable is CompositeType ? null : $"is {field.Type}, not an object type";

    protected override bool WriteValue(ResponseWriter writer, FieldPlan field, TChild value, int depth) =>
        writer.WriteSelection(field.Output.Selections!.Only, value, depth + 1) || writer.NullAfterError(field.Output);
}
