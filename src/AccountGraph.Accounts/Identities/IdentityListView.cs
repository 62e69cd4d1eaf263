namespace AccountGraph.Accounts.Identities;

public sealed record IdentityListView(int Total, IReadOnlyList<IdentityView> Identities);
