namespace AccountGraph.Accounts.OAuth2;

/// <summary>Who a provider says has signed in. What it did not say is empty.</summary>
public sealed record ProviderUser(string Id, string Email, bool IsEmailVerified, string Name);
