namespace AccountGraph.Accounts.Queries;

/// <summary>The page ends before, or begins after, the record with this id.</summary>
internal sealed record QueryCursor(string Id, bool Before);
