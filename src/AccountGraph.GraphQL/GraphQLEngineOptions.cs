using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL;

/// <summary>Limits of the engine and what it asks its host.</summary>
public sealed record GraphQLEngineOptions
{
    /// <summary>Tokens of a document; lexing stops at the first one too many.</summary>
    public int MaxTokens { get; init; } = 2_000;

    /// <summary>How deep selection sets, lists and input objects may be nested in the text of a document.</summary>
    public int MaxParserDepth { get; init; } = 64;

    /// <summary>
    /// The level of the deepest field with a selection set; root fields are level 0 and fragments add none. What is
    /// below <c>__schema</c> and <c>__type</c> does not count.
    /// </summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>
    /// The sum over root fields of what <see cref="FieldCost"/> says, 1 plus the selection by default.
    /// </summary>
    public int MaxCost { get; init; } = 1_000;

    /// <summary>Aliases in a document, all operations and fragments together.</summary>
    public int MaxAliases { get; init; } = 30;

    /// <summary>Directives in a document, all operations and fragments together.</summary>
    public int MaxDirectives { get; init; } = 50;

    /// <summary>
    /// How often <c>fields</c>, <c>interfaces</c>, <c>possibleTypes</c> and <c>inputFields</c> may be nested in one
    /// another below <c>__schema</c> and <c>__type</c>. The queries of the usual tools need 1; every further level
    /// multiplies the answer by the size of the schema.
    /// </summary>
    public int MaxIntrospectionNesting { get; init; } = 2;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for; <c>__typename</c> always may.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>Memory for documents that were prepared before, in bytes of their text and estimated plans.</summary>
    public int CacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// Lets the host add what its clients expect, such as further extensions, to errors of a request whose operation
    /// was not executed.
    /// </summary>
    public Func<GraphQLError, GraphQLError> DescribeRequestError { get; init; } = static error => error;

    /// <summary>
    /// Turns an exception of a resolver into what the client sees. Arguments: the exception, the path of the field and
    /// <see cref="OperationRequest.State"/>. By default every exception is masked.
    /// </summary>
    public Func<Exception, IReadOnlyList<object>, object?, FieldError> OnUnexpectedError { get; init; } =
        static (_, _, _) => new FieldError("Unexpected error.");
}
