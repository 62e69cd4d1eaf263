using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution;

/// <content>What may have to wait. Everything that turns out not to wait completes without allocating.</content>
internal sealed partial class ResponseWriter
{
    /// <summary>Executes a selection set; siblings that wait, wait together.</summary>
    public ValueTask<bool> WriteSelectionAsync(SelectionPlan selection, object? source, int depth)
    {
        if (selection.IsSynchronous) return new(WriteSelection(selection, source, depth));

        var start = Output.Length;
        var fields = selection.Fields;
        for (var index = 0; index < fields.Length; index++)
        {
            var field = fields[index];
            if (!IsIncluded(field)) continue;

            var written = WriteFieldAsync(field, source, depth);
            if (!written.IsCompletedSuccessfully)
                return JoinSelectionAsync(selection, source, start, index + 1, written, depth);
            if (written.Result) continue;

            Output.Truncate(start);
            return new(false);
        }

        CloseObject(start);
        return new(true);
    }

    /// <summary>
    /// Executes the root selection set of a mutation: one field after the other
    /// (<see href="https://spec.graphql.org/September2025/#sec-Serial-Execution">6.3.5</see>).
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> WriteSerialAsync(SelectionPlan selection, object? source)
    {
        var start = Output.Length;
        foreach (var field in selection.Fields)
        {
            if (!IsIncluded(field) || await WriteFieldAsync(field, source, 0)) continue;

            Output.Truncate(start);
            return false;
        }

        CloseObject(start);
        return true;
    }

    /// <summary>
    /// Writes the value a resolver gave as the type asks
    /// (<see href="https://spec.graphql.org/September2025/#CompleteValue()">6.4.3</see>).
    /// </summary>
    public ValueTask<bool> CompleteAsync(FieldPlan field, OutputPlan output, object? value, int depth) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } =>
            new(CompleteNull(field, output, depth)),
        FieldError error => new(Fail(field, output, error, depth)),
        Task<object?> task => CompleteLaterAsync(field, output, task, depth),
        _ => output.Kind switch
        {
            OutputKind.Leaf => new(CompleteLeaf(field, output, value, depth)),
            OutputKind.List => CompleteListAsync(field, output, value, depth),
            OutputKind.Composite => CompleteObjectAsync(field, output, value, depth),
        },
    };

    private bool IsIncluded(FieldPlan field) => field.Condition is null || field.Condition.IsMet(Operation.Variables);

    private bool CompleteNull(FieldPlan field, OutputPlan output, int depth)
    {
        if (!output.IsNonNull) return NullAfterError(output);

        Operation.Report(field, Errors.ExecutionErrors.NullForNonNull(field), PathTo(depth));
        return false;
    }

    private bool CompleteLeaf(FieldPlan field, OutputPlan output, object value, int depth)
    {
        var error = output.Leaf!.Write(Output, value);
        return error is null || Fail(field, output, error, depth);
    }

    private bool Fail(FieldPlan field, OutputPlan output, FieldError error, int depth)
    {
        Operation.Report(field, error, PathTo(depth));
        return NullAfterError(output);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> CompleteLaterAsync(
        FieldPlan field, OutputPlan output, Task<object?> value, int depth) =>
        await CompleteAsync(field, output, await value, depth);

    private ValueTask<bool> CompleteObjectAsync(FieldPlan field, OutputPlan output, object value, int depth)
    {
        var selection = output.Selections!.For(value, out var error);
        if (selection is null) return new(Fail(field, output, error!, depth));

        return NullIfAllowed(WriteSelectionAsync(selection, value, depth + 1), output);
    }

    private ValueTask<bool> CompleteListAsync(FieldPlan field, OutputPlan output, object value, int depth)
    {
        var items = Items(value);
        if (items is null) return new(Fail(field, output, Errors.ExecutionErrors.NotList(field), depth));

        return NullIfAllowed(WriteItemsAsync(field, output.Item!, items, depth), output);
    }

    /// <summary>
    /// The items of a list; text and objects are sequences to .NET but not to GraphQL. A sequence is read to its end
    /// first, so that it cannot fail while items of it are under way.
    /// </summary>
    private static IList? Items(object value) => value switch
    {
        string or IDictionary or IReadOnlyDictionary<string, object?> or IDictionary<string, object?> => null,
        IList items => items,
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Cast<object?>().ToList(),
        IEnumerable items => items.Cast<object?>().ToList(),
        _ => null,
    };

    private ValueTask<bool> NullIfAllowed(ValueTask<bool> written, OutputPlan output)
    {
        if (written.IsCompletedSuccessfully) return new(written.Result || NullAfterError(output));

        return AwaitAsync(this, written, output);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<bool> AwaitAsync(ResponseWriter writer, ValueTask<bool> written, OutputPlan output) =>
            await written || writer.NullAfterError(output);
    }

    private ValueTask<bool> WriteItemsAsync(FieldPlan field, OutputPlan item, IList items, int depth)
    {
        var start = Output.Length;
        Output.WriteByte((byte)'[');
        for (var index = 0; index < items.Count; index++)
        {
            var written = WriteItemAsync(field, item, items[index], index, depth);
            if (!written.IsCompletedSuccessfully)
                return JoinItemsAsync(field, item, items, start, index + 1, written, depth);
            if (written.Result) continue;

            Output.Truncate(start);
            return new(false);
        }

        Output.WriteByte((byte)']');
        return new(true);
    }

    private ValueTask<bool> WriteItemAsync(FieldPlan field, OutputPlan item, object? value, int index, int depth)
    {
        if (index > 0) Output.WriteByte((byte)',');
        EnterItem(index, depth + 1);
        var start = Output.Length;
        try
        {
            var written = CompleteAsync(field, item, value, depth + 1);
            return written.IsCompletedSuccessfully ? written : GuardAsync(written, field, item, start, depth + 1);
        }
        catch (Exception exception)
        {
            return new(FailAfter(field, item, exception, start, depth + 1));
        }
    }

    private ValueTask<bool> WriteFieldAsync(FieldPlan field, object? source, int depth)
    {
        if (Operation.IsStopped) return new(false);

        Output.Write(field.Key);
        var start = Output.Length;
        try
        {
            if (field.IsSynchronous) return new(field.Binding.Write(this, field, source, depth));

            var written = field.Binding.WriteAsync(this, field, source, depth);
            return written.IsCompletedSuccessfully ? written : GuardAsync(written, field, field.Output, start, depth);
        }
        catch (Exception exception)
        {
            Enter(field, depth);
            return new(FailAfter(field, field.Output, exception, start, depth));
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> GuardAsync(
        ValueTask<bool> written, FieldPlan field, OutputPlan output, int start, int depth)
    {
        try
        {
            return await written;
        }
        catch (Exception exception)
        {
            return FailAfter(field, output, exception, start, depth);
        }
    }

    private bool FailAfter(FieldPlan field, OutputPlan output, Exception exception, int start, int depth)
    {
        Output.Truncate(start);
        if (Operation.StopsFor(exception)) return false;

        var path = PathTo(depth);
        Operation.Report(field, Operation.Translate(exception, path), path);
        return NullAfterError(output);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> JoinSelectionAsync(
        SelectionPlan selection, object? source, int start, int next, ValueTask<bool> first, int depth)
    {
        using var siblings = new Siblings(this, first, depth);
        for (var index = next; index < selection.Fields.Length; index++)
        {
            var field = selection.Fields[index];
            if (IsIncluded(field) && !siblings.Add(siblings.Writer.WriteFieldAsync(field, source, depth))) break;
        }

        if (await siblings.JoinAsync())
        {
            CloseObject(start);
            return true;
        }

        Output.Truncate(start);
        return false;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> JoinItemsAsync(
        FieldPlan field, OutputPlan item, IList items, int start, int next, ValueTask<bool> first, int depth)
    {
        using var siblings = new Siblings(this, first, depth + 1);
        for (var index = next; index < items.Count; index++)
            if (!siblings.Add(siblings.Writer.WriteItemAsync(field, item, items[index], index, depth))) break;

        if (await siblings.JoinAsync())
        {
            Output.WriteByte((byte)']');
            return true;
        }

        Output.Truncate(start);
        return false;
    }
}
