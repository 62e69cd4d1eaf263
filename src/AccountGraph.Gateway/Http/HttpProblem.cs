namespace AccountGraph.Gateway.Http;

/// <summary>A request that cannot be carried out at all, before any operation is looked at.</summary>
internal sealed record HttpProblem(int Status, string Type, string Message)
{
    public static HttpProblem NoQuery { get; } = new(
        400, "graphql_no_query", "Param \"query\" is not optional: send the GraphQL document as its text.");

    public static HttpProblem GetWithoutQuery { get; } = new(
        400, "general_argument_invalid", "Param \"query\" is not optional: add ?query= with the GraphQL document.");

    public static HttpProblem MutationOverGet { get; } = new(
        405, "general_method_unsupported", "GET runs queries only. Send mutations by POST.");

    public static HttpProblem MethodUnsupported { get; } = new(
        405, "general_method_unsupported", "Send GraphQL requests by POST, or queries by GET.");

    public static HttpProblem NotAcceptable { get; } = new(
        406, "general_argument_invalid", "The answer is application/json or application/graphql-response+json.");

    public static HttpProblem FormWithoutHeader { get; } = new(
        400,
        "general_bad_request",
        "Forms need a header that no plain HTML form can send, such as X-Appwrite-Project.");

    public static HttpProblem InvalidArgument(string message) => new(400, "general_argument_invalid", message);

    public static HttpProblem NotJson(string what) => new(
        400, "graphql_no_query", $"Param \"query\" is not optional: {what} is not valid JSON.");

    public static HttpProblem TooManyQueries(int limit) => new(
        400, "graphql_too_many_queries", $"A batch holds at most {limit} requests.");

    public static HttpProblem BodyTooLarge(int limit) => new(
        413, "general_body_too_large", $"The body is larger than the {limit} bytes that this server reads.");

    public static HttpProblem MediaTypeUnsupported(string? type) => new(
        415,
        "general_media_type_unsupported",
        $"Content type \"{type}\" is not supported. Send application/json.");
}
