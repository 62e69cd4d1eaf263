namespace AccountGraph.GraphQL.Execution;

/// <summary>What one execution of an operation needs besides its plan.</summary>
public readonly record struct OperationRequest
{
    /// <summary>
    /// The JSON object with the variables as it came in; empty or <c>null</c> when there are none. Read while the
    /// operation starts, not kept.
    /// </summary>
    /// <remarks>
    /// UTF-8 and not a parsed tree, so that values are coerced in one pass without a copy in between.
    /// </remarks>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>The value that root fields are read from.</summary>
    public object? Root { get; init; }

    /// <summary>Anything the caller wants its resolvers to have; the engine does not look at it.</summary>
    public object? State { get; init; }

    /// <summary>
    /// Writes the value of the response's <c>extensions</c> entry, one JSON object, after all fields have completed
    /// (<see href="https://spec.graphql.org/September2025/#sec-Extensions">7.1.3</see>).
    /// </summary>
    public Action<ResponseBuffer>? Extensions { get; init; }
}
