namespace AccountGraph.Accounts.Logs;

public sealed record LogListView(int Total, IReadOnlyList<LogView> Logs);
