using AccountGraph.GraphQL.Execution.Bindings;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// One field of a response object: all selections with the same response key, merged
/// (<see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">5.3.2</see>).
/// </summary>
internal sealed class FieldPlan
{
    public required string ResponseKey { get; init; }

    /// <summary>A comma, then the response key as JSON in UTF-8 and a colon.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The object type the field is selected on.</summary>
    public required ObjectType Parent { get; init; }

    public required FieldDefinition Definition { get; init; }

    public required FieldBinding Binding { get; init; }

    public required ArgumentsPlan Arguments { get; init; }

    public required OutputPlan Output { get; init; }

    /// <summary>When the field takes part; null means always.</summary>
    public required Condition? Condition { get; init; }

    /// <summary>Whether neither the field nor anything below it can wait.</summary>
    public required bool IsSynchronous { get; init; }

    /// <summary>The document and the place in it of the first selection, for errors.</summary>
    public required SourceText Source { get; init; }

    public required int Start { get; init; }

    public SourceLocation Location => Source.Locate(Start);

    public bool Selects(string fieldName, object?[] variables)
    {
        var output = Output;
        while (output.Item is not null) output = output.Item;
        return output.Selections?.Selects(fieldName, variables) ?? false;
    }
}
