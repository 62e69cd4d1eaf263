using AccountGraph.Storage;

namespace AccountGraph.Accounts.Targets;

/// <summary>An address at which a user receives messages: an email, a phone or an app on a device.</summary>
public sealed class Target
{
    internal Target(Document document)
    {
        Key = document.Id;
        Id = document.Text(TargetDocuments.TargetId)!;
        ProjectId = document.Text(TargetDocuments.ProjectId)!;
        UserKey = document.Text(TargetDocuments.UserKey)!;
        UserId = document.Text(TargetDocuments.UserId)!;
        SessionId = document.Text(TargetDocuments.SessionId);
        ProviderType = document.Text(TargetDocuments.ProviderType)!;
        ProviderId = document.Text(TargetDocuments.ProviderId);
        Identifier = document.Text(TargetDocuments.Identifier)!;
        Name = document.Text(TargetDocuments.Name) ?? "";
        IsExpired = document.Flag(TargetDocuments.Expired);
        CreatedAt = document.Time(TargetDocuments.CreatedAt)!.Value;
        UpdatedAt = document.Time(TargetDocuments.UpdatedAt)!.Value;
    }

    public string Key { get; }

    public string Id { get; }

    public string ProjectId { get; }

    public string UserKey { get; }

    public string UserId { get; }

    /// <summary>The session under which a push target was registered; it ends with it.</summary>
    public string? SessionId { get; }

    public string ProviderType { get; }

    public string? ProviderId { get; }

    public string Identifier { get; }

    public string Name { get; }

    public bool IsExpired { get; }

    public Instant CreatedAt { get; }

    public Instant UpdatedAt { get; }
}
