namespace AccountGraph.Accounts.Queries;

/// <summary>One page of the matches, and how many matches there are.</summary>
internal sealed record QueryPage<T>(int Total, IReadOnlyList<T> Rows);
