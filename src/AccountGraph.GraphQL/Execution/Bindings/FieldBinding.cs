using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>
/// Reads a field and writes its value. Plans hold one per field, so that execution neither looks up resolvers nor
/// boxes values.
/// </summary>
/// <remarks>
/// Both methods answer false when the value is null although the type forbids it; the error is recorded by then, and
/// the parent becomes null (<see
/// href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors">6.4.4</see>). The caller cuts off what
/// was written.
/// </remarks>
internal abstract class FieldBinding
{
    /// <summary>
    /// Whether reading never waits. <see cref="Write"/> is called only then, and only if that is so below too.
    /// </summary>
    public abstract bool IsSynchronous { get; }

    /// <summary>What of the field's definition the binding cannot serve, or null.</summary>
    public abstract string? Refuse(FieldDefinition field);

    public abstract bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth);

    public abstract ValueTask<bool> WriteAsync(ResponseWriter writer, FieldPlan field, object? source, int depth);
}
