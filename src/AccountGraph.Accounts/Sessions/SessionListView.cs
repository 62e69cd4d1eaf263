namespace AccountGraph.Accounts.Sessions;

public sealed record SessionListView(int Total, IReadOnlyList<SessionView> Sessions);
