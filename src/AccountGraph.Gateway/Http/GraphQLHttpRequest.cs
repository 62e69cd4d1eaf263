namespace AccountGraph.Gateway.Http;

/// <summary>One GraphQL request as it came over HTTP, as slices of the UTF-8 that it came in.</summary>
/// <param name="Document">Empty when only the document's hash was sent.</param>
/// <param name="Variables">A JSON object, or empty.</param>
/// <param name="Extensions">A JSON object, or empty.</param>
internal readonly record struct GraphQLHttpRequest(
    ReadOnlyMemory<byte> Document,
    string? OperationName = null,
    ReadOnlyMemory<byte> Variables = default,
    ReadOnlyMemory<byte> Extensions = default);
