using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Writes one stretch of a response: a buffer, and the path to what is being written into it. This part writes what
/// never waits; <c>ResponseWriter.Async.cs</c> the rest.
/// </summary>
/// <remarks>
/// One field at a time owns a writer. A field that has to wait keeps its writer until it is done; the siblings after
/// it go on with writers of their own, which are joined in order.
/// <para>
/// Methods take <c>depth</c>, the number of path entries above the field. Only the entries below that are theirs to
/// set, so nothing has to be undone when a field fails.
/// </para>
/// </remarks>
internal sealed partial class ResponseWriter
{
    private PathEntry[] _path = new PathEntry[16];

    /// <summary>Null only while the writer rests in the pool.</summary>
    public OperationExecution Operation { get; private set; } = null!;

    public ResponseBuffer Output { get; private set; } = null!;

    public void Begin(OperationExecution operation, ResponseBuffer output)
    {
        Operation = operation;
        Output = output;
    }

    public void End()
    {
        Operation = null!;
        Output = null!;
        Array.Clear(_path);
    }

    /// <summary>
    /// Executes a selection set none of whose fields waits
    /// (<see href="https://spec.graphql.org/September2025/#ExecuteCollectedFields()">6.3.4</see>).
    /// </summary>
    /// <returns>False when a null propagates to the parent; then nothing was written.</returns>
    public bool WriteSelection(SelectionPlan selection, object? source, int depth)
    {
        var output = Output;
        var start = output.Length;
        var fields = selection.Fields;
        var index = 0;
        // The try stands around the loop: a failure is rare and starts the loop anew behind it, while inside the loop
        // it would keep what each turn needs out of registers (ExecuteBenchmarks.Execute).
        while (index < fields.Length)
        {
            var valueStart = start;
            try
            {
                for (; index < fields.Length; index++)
                {
                    var field = fields[index];
                    if (field.Condition is not null && !field.Condition.IsMet(Operation.Variables)) continue;

                    output.Write(field.Key);
                    valueStart = output.Length;
                    if (field.Binding.Write(this, field, source, depth)) continue;

                    output.Truncate(start);
                    return false;
                }
            }
            catch (Exception exception)
            {
                Enter(fields[index], depth);
                if (!FailAfter(fields[index], fields[index].Output, exception, valueStart, depth))
                {
                    output.Truncate(start);
                    return false;
                }

                index++;
            }
        }

        CloseObject(start);
        return true;
    }

    /// <summary>One item of a list of objects none of whose fields waits.</summary>
    public bool WriteItem(
        FieldPlan field, OutputPlan item, SelectionPlan selection, object value, int index, int depth)
    {
        EnterItem(index, depth + 1);
        return WriteSelection(selection, value, depth + 2) || NullAfterError(item);
    }

    public bool WriteLeafItem(FieldPlan field, OutputPlan item, object value, int index, int depth)
    {
        if (item.Leaf!.Write(Output, value) is not { } error) return true;

        Enter(field, depth);
        EnterItem(index, depth + 1);
        Operation.Report(field, error, PathTo(depth + 1));
        return NullAfterError(item);
    }

    public bool WriteNullItem(FieldPlan field, OutputPlan item, int index, int depth)
    {
        if (!item.IsNonNull) return NullAfterError(item);

        Enter(field, depth);
        EnterItem(index, depth + 1);
        Operation.Report(field, Errors.ExecutionErrors.NullForNonNull(field), PathTo(depth + 1));
        return false;
    }

    /// <summary>The null value of a field, which is an error when the field's type forbids it.</summary>
    public bool WriteNull(FieldPlan field, int depth)
    {
        if (!field.Output.IsNonNull) return NullAfterError(field.Output);

        Enter(field, depth);
        Operation.Report(field, Errors.ExecutionErrors.NullForNonNull(field), PathTo(depth));
        return false;
    }

    /// <summary>Records an error of the field and writes null in place of its value.</summary>
    public bool WriteError(FieldPlan field, FieldError error, int depth)
    {
        Enter(field, depth);
        Operation.Report(field, error, PathTo(depth));
        return NullAfterError(field.Output);
    }

    /// <summary>A scalar or enum value by the strict rules of result coercion.</summary>
    public bool WriteLeaf(FieldPlan field, OutputPlan leaf, object value, int depth)
    {
        var error = leaf.Leaf!.Write(Output, value);
        return error is null || WriteError(field, error, depth);
    }

    /// <summary>Null in place of a value that failed, if its type allows that.</summary>
    public bool NullAfterError(OutputPlan output)
    {
        if (output.IsNonNull) return false;

        Output.Write("null"u8);
        return true;
    }

    /// <summary>Null in place of a value of which a part is written already.</summary>
    public bool NullAfterError(OutputPlan output, int start)
    {
        Output.Truncate(start);
        return NullAfterError(output);
    }

    public bool TryGetArguments(FieldPlan field, int depth, out ArgumentValues arguments)
    {
        if (field.Arguments.TryGetValues(Operation.Variables, out arguments, out var error)) return true;

        Enter(field, depth);
        Operation.Report(error!, PathTo(depth));
        return false;
    }

    /// <summary>Notes the field that is being written, which those below it rely on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(FieldPlan field, int depth)
    {
        if (depth >= _path.Length) Array.Resize(ref _path, _path.Length * 2);
        _path[depth].Field = field;
    }

    /// <summary>A writer for siblings that start before this writer's field is done, at the same path.</summary>
    public ResponseWriter Branch(int depth)
    {
        var branch = Operation.RentWriter();
        if (branch._path.Length < _path.Length) Array.Resize(ref branch._path, _path.Length);
        _path.AsSpan(0, depth).CopyTo(branch._path);
        return branch;
    }

    public void Release(ResponseWriter branch) => Operation.ReturnWriter(branch);

    /// <summary>The path up to and with the entry at <paramref name="depth"/>.</summary>
    public IReadOnlyList<object> PathTo(int depth)
    {
        var path = new object[depth + 1];
        for (var index = 0; index <= depth; index++) path[index] = _path[index].ToKey();
        return path;
    }

    private void EnterItem(int index, int depth)
    {
        if (depth >= _path.Length) Array.Resize(ref _path, _path.Length * 2);
        _path[depth] = new PathEntry { Index = index };
    }

    /// <summary>
    /// Every key brings its comma along, so that writing a field needs no question; the first one becomes the brace.
    /// </summary>
    private void CloseObject(int start)
    {
        if (Output.Length == start)
        {
            Output.Write("{}"u8);
            return;
        }

        Output.Patch(start, (byte)'{');
        Output.WriteByte((byte)'}');
    }
}
