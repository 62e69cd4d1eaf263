using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

internal sealed class ListBinding<T, TItem> : CompositeBinding<T, IReadOnlyList<TItem?>>
    where T : class
    where TItem : class
{
    public ListBinding(Func<T, IReadOnlyList<TItem?>?> read)
        : base(read)
    {
    }

    public ListBinding(Func<T, ArgumentValues, IReadOnlyList<TItem?>?> read)
        : base(read)
    {
    }

    public override string? Refuse(FieldDefinition field) =>
        field.Type.Nullable is ListType { ElementType.Nullable: CompositeType }
            ? null
            : $"is {field.Type}, not a list of objects";

    protected override bool WriteValue(
        ResponseWriter writer, FieldPlan field, IReadOnlyList<TItem?> value, int depth)
    {
        var output = writer.Output;
        var item = field.Output.Item!;
        var selection = item.Selections!.Only;
        var start = output.Length;
        output.WriteByte((byte)'[');
        for (var index = 0; index < value.Count; index++)
        {
            if (index > 0) output.WriteByte((byte)',');
            var isWritten = value[index] is { } child
                ? writer.WriteItem(field, item, selection, child, index, depth)
                : writer.WriteNullItem(field, item, index, depth);
            if (!isWritten) return writer.NullAfterError(field.Output, start);
        }

        output.WriteByte((byte)']');
        return true;
    }
}
