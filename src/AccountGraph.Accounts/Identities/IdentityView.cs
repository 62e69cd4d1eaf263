namespace AccountGraph.Accounts.Identities;

/// <summary>An identity as its owner sees it.</summary>
public sealed class IdentityView
{
    internal IdentityView(Identity identity, ProviderTokenBox box)
    {
        Id = identity.Id;
        CreatedAt = DateText.Of(identity.CreatedAt);
        UpdatedAt = DateText.Of(identity.UpdatedAt);
        UserId = identity.UserId;
        Provider = identity.Provider;
        ProviderUid = identity.ProviderUid;
        ProviderEmail = identity.ProviderEmail ?? "";
        ProviderAccessToken = box.Open(identity.ProviderAccessToken, identity.UserKey);
        ProviderAccessTokenExpiry = DateText.Of(identity.ProviderAccessTokenExpiry);
        ProviderRefreshToken = box.Open(identity.ProviderRefreshToken, identity.UserKey);
    }

    public string Id { get; }

    public string CreatedAt { get; }

    public string UpdatedAt { get; }

    public string UserId { get; }

    public string Provider { get; }

    public string ProviderUid { get; }

    public string ProviderEmail { get; }

    public string ProviderAccessToken { get; }

    public string ProviderAccessTokenExpiry { get; }

    public string ProviderRefreshToken { get; }
}
