namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// An expected failure of a field: what a resolver returns in place of a value. The engine adds path and location
/// (<see href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors">6.4.4</see>).
/// </summary>
/// <param name="Message">For the client.</param>
/// <param name="Extensions">Further entries for the client; text, numbers, booleans, lists and dictionaries of
/// them.</param>
public sealed record FieldError(string Message, IReadOnlyDictionary<string, object?>? Extensions = null);
