namespace AccountGraph.Accounts.Queries;

/// <param name="Attribute">Empty for the order of insertion.</param>
internal readonly record struct QueryOrder(string Attribute, bool Descending);
