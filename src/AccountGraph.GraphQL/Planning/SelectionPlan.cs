using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// The fields of a selection set for one object type, collected and merged once
/// (<see href="https://spec.graphql.org/September2025/#sec-Field-Collection">6.3.2</see>).
/// </summary>
internal sealed class SelectionPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;

    /// <summary>Whether none of the fields can wait.</summary>
    public bool IsSynchronous { get; } = Array.TrueForAll(fields, field => field.IsSynchronous);

    public bool Selects(string fieldName, object?[] variables)
    {
        foreach (var field in Fields)
            if (field.Definition.Name == fieldName && (field.Condition?.IsMet(variables) ?? true)) return true;

        return false;
    }
}
