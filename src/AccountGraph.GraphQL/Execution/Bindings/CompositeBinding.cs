using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A field with a selection set that a typed reader serves, with or without arguments.</summary>
internal abstract class CompositeBinding<T, TValue> : FieldBinding
    where T : class
    where TValue : class
{
    private readonly Func<T, TValue?>? _read;
    private readonly Func<T, ArgumentValues, TValue?>? _readWith;

    protected CompositeBinding(Func<T, TValue?> read) => _read = read;

    protected CompositeBinding(Func<T, ArgumentValues, TValue?> read) => _readWith = read;

    public sealed override bool IsSynchronous => true;

    public sealed override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        if (!TryRead(writer, field, source, depth, out var value)) return writer.NullAfterError(field.Output);
        return value is null ? writer.WriteNull(field, depth) : WriteValue(writer, field, value, depth);
    }

    public sealed override ValueTask<bool> WriteAsync(
        ResponseWriter writer, FieldPlan field, object? source, int depth) =>
        TryRead(writer, field, source, depth, out var value)
            ? writer.CompleteAsync(field, field.Output, value, depth)
            : new(writer.NullAfterError(field.Output));

    protected abstract bool WriteValue(ResponseWriter writer, FieldPlan field, TValue value, int depth);

    private bool TryRead(ResponseWriter writer, FieldPlan field, object? source, int depth, out TValue? value)
    {
        writer.Enter(field, depth);
        value = null;
        if (_read is not null)
        {
            value = _read((T)source!);
            return true;
        }

        if (!writer.TryGetArguments(field, depth, out var arguments)) return false;

        value = _readWith!((T)source!, arguments);
        return true;
    }
}
