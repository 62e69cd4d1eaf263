namespace AccountGraph.Storage;

/// <summary>A filter, an order and a page.</summary>
/// <param name="Order">By the id when absent; ties always by id in the same direction. The field must be mandatory.
/// </param>
/// <param name="After">Keyset cursor: the page starts behind this document in the given order.</param>
public sealed record Query(Filter Where, Sort? Order = null, int Limit = 50, int Offset = 0, Document? After = null);
