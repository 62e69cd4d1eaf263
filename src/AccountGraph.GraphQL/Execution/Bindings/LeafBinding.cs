using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A field of a scalar type that a typed reader serves.</summary>
internal abstract class LeafBinding(string serves, params ScalarKind[] kinds) : FieldBinding
{
    public sealed override bool IsSynchronous => true;

    public override string? Refuse(FieldDefinition field) =>
        field.Type.Nullable is ScalarType scalar && kinds.Contains(scalar.Kind)
            ? null
            : $"is {field.Type}, not {serves}";

    public sealed override ValueTask<bool> WriteAsync(
        ResponseWriter writer, FieldPlan field, object? source, int depth) =>
        new(Write(writer, field, source, depth));
}
