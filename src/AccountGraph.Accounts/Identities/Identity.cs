using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

/// <summary>An account at an OAuth2 provider that a user signed in with.</summary>
public sealed class Identity
{
    internal Identity(Document document)
    {
        Key = document.Id;
        Id = document.Text(IdentityDocuments.IdentityId)!;
        UserKey = document.Text(IdentityDocuments.UserKey)!;
        UserId = document.Text(IdentityDocuments.UserId)!;
        Provider = document.Text(IdentityDocuments.Provider)!;
        ProviderUid = document.Text(IdentityDocuments.ProviderUid)!;
        ProviderEmail = document.Text(IdentityDocuments.ProviderEmail);
        ProviderAccessToken = document.Text(IdentityDocuments.ProviderAccessToken);
        ProviderRefreshToken = document.Text(IdentityDocuments.ProviderRefreshToken);
        ProviderAccessTokenExpiry = document.Time(IdentityDocuments.ProviderAccessTokenExpiry);
        CreatedAt = document.Time(IdentityDocuments.CreatedAt)!.Value;
        UpdatedAt = document.Time(IdentityDocuments.UpdatedAt)!.Value;
    }

    public string Key { get; }

    public string Id { get; }

    public string UserKey { get; }

    public string UserId { get; }

    public string Provider { get; }

    public string ProviderUid { get; }

    public string? ProviderEmail { get; }

    /// <summary>Sealed, as the next one.</summary>
    public string? ProviderAccessToken { get; }

    public string? ProviderRefreshToken { get; }

    public Instant? ProviderAccessTokenExpiry { get; }

    public Instant CreatedAt { get; }

    public Instant UpdatedAt { get; }
}
