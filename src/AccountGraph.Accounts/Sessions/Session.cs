using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>A session as it was stored at one version.</summary>
public sealed class Session
{
    internal Session(Document document)
    {
        Key = document.Id;
        Id = document.Text(SessionDocuments.SessionId)!;
        ProjectId = document.Text(SessionDocuments.ProjectId)!;
        UserKey = document.Text(SessionDocuments.UserKey)!;
        UserId = document.Text(SessionDocuments.UserId)!;
        Provider = document.Text(SessionDocuments.Provider)!;
        ProviderUid = document.Text(SessionDocuments.ProviderUid);
        ProviderAccessToken = document.Text(SessionDocuments.ProviderAccessToken);
        ProviderRefreshToken = document.Text(SessionDocuments.ProviderRefreshToken);
        ProviderAccessTokenExpiry = document.Time(SessionDocuments.ProviderAccessTokenExpiry);
        Ip = document.Text(SessionDocuments.Ip) ?? "";
        CountryCode = document.Text(SessionDocuments.CountryCode)!;
        Agent = SessionDocuments.MapAgent(document);
        Generation = document.Integer(SessionDocuments.Generation);
        Factors = document.Texts(SessionDocuments.Factors);
        Expire = document.Time(SessionDocuments.Expire)!.Value;
        MfaUpdatedAt = document.Time(SessionDocuments.MfaUpdatedAt);
        CreatedAt = document.Time(SessionDocuments.CreatedAt)!.Value;
        UpdatedAt = document.Time(SessionDocuments.UpdatedAt)!.Value;
        Texts = new SessionTexts(this);
    }

    /// <summary>SHA-256 of the secret: signing in by cookie is one read by id.</summary>
    public string Key { get; }

    public string Id { get; }

    public string ProjectId { get; }

    public string UserKey { get; }

    public string UserId { get; }

    public string Provider { get; }

    public string? ProviderUid { get; }

    /// <summary>Sealed, as the next one.</summary>
    public string? ProviderAccessToken { get; }

    public string? ProviderRefreshToken { get; }

    public Instant? ProviderAccessTokenExpiry { get; }

    public string Ip { get; }

    public string CountryCode { get; }

    public AgentFields Agent { get; }

    /// <summary>The user's session generation when it opened.</summary>
    public long Generation { get; }

    /// <summary>Factors passed so far, each once.</summary>
    public IReadOnlyList<string> Factors { get; }

    public Instant Expire { get; }

    /// <summary>When the session last passed an MFA challenge.</summary>
    public Instant? MfaUpdatedAt { get; }

    public Instant CreatedAt { get; }

    public Instant UpdatedAt { get; }

    internal SessionTexts Texts { get; }

    /// <summary>Neither expired nor ended by a change of password.</summary>
    public bool IsLive(User user, Instant now) =>
        Expire >= now && (Generation == user.SessionGeneration || Id == user.KeptSession);
}
