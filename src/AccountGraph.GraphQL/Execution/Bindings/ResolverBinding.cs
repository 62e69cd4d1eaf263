using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A field that a <see cref="FieldResolver"/> computes.</summary>
internal sealed class ResolverBinding(FieldResolver resolver) : FieldBinding
{
    public override bool IsSynchronous => false;

    public override string? Refuse(FieldDefinition field) => null;

    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth) =>
        throw new InvalidOperationException("A resolver may have to wait; it is not called synchronously.");

    public override ValueTask<bool> WriteAsync(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        writer.Enter(field, depth);
        if (!writer.TryGetArguments(field, depth, out var arguments)) return new(writer.NullAfterError(field.Output));

        var value = resolver(new FieldContext(writer, field, source, arguments, depth));
        return value.IsCompletedSuccessfully
            ? writer.CompleteAsync(field, field.Output, value.Result, depth)
            : CompleteLaterAsync(writer, field, value, depth);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<bool> CompleteLaterAsync(
        ResponseWriter writer, FieldPlan field, ValueTask<object?> value, int depth) =>
        await writer.CompleteAsync(field, field.Output, await value, depth);
}
