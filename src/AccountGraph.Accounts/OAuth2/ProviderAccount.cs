using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>The user whom a provider's account opens.</summary>
public sealed record ProviderAccount(User User, Identity Identity);
