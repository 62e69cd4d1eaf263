namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// What a field counts towards <see cref="GraphQLEngineOptions.MaxCost"/>, given its arguments and the cost of its
/// selection set. Called before execution, so it must be quick and must not fail on odd arguments.
/// </summary>
public delegate int FieldCost(ArgumentValues arguments, int selectionCost);
