namespace AccountGraph.GraphQL.Planning;

/// <summary>What limits need to know of a selection set, everything below it and its fragments included.</summary>
/// <param name="Height">The most fields with selection sets on one way down.</param>
/// <param name="Size">All fields, those of a fragment as often as it is spread.</param>
/// <param name="Listings">The most nested lists on one way down, read as a selection of the introspection
/// system.</param>
/// <param name="Cost">See <see cref="GraphQLEngineOptions.MaxCost"/>.</param>
/// <param name="Introspection">The most nested lists of the introspection system below a root field.</param>
internal sealed record SelectionMeasure(int Height, long Size, int Listings, CostPlan Cost, int Introspection);
