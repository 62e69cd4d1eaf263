using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Execution;

/// <summary>One step from the root of a response to a value: a field, or where that is null an index.</summary>
internal struct PathEntry
{
    public FieldPlan? Field;
    public int Index;

    public readonly object ToKey() => Field is not null ? Field.ResponseKey : Index;
}
