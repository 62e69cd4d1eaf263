using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Planning;

/// <summary>An operation of a document: its plan, or the limit it breaks.</summary>
internal sealed record PlannedOperation(string? Name, OperationPlan? Plan, GraphQLError? Error);
