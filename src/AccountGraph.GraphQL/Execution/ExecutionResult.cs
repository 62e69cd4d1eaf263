namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// What kind of response an operation ended in
/// (<see href="https://spec.graphql.org/September2025/#sec-Response-Format">7.1</see>).
/// </summary>
public enum ExecutionResult
{
    /// <summary>Data and no errors.</summary>
    Success,

    /// <summary>Data, perhaps null, and errors of fields.</summary>
    FieldErrors,

    /// <summary>No data: nothing was executed.</summary>
    RequestErrors,
}
