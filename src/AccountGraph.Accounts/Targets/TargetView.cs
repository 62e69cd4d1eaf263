namespace AccountGraph.Accounts.Targets;

public sealed class TargetView
{
    internal TargetView(Target target)
    {
        Id = target.Id;
        CreatedAt = DateText.Of(target.CreatedAt);
        UpdatedAt = DateText.Of(target.UpdatedAt);
        Name = target.Name;
        UserId = target.UserId;
        ProviderId = target.ProviderId;
        ProviderType = target.ProviderType;
        Identifier = target.Identifier;
        Expired = target.IsExpired;
    }

    public string Id { get; }

    public string CreatedAt { get; }

    public string UpdatedAt { get; }

    public string Name { get; }

    public string UserId { get; }

    /// <summary>Null when none was given.</summary>
    public string? ProviderId { get; }

    public string ProviderType { get; }

    public string Identifier { get; }

    public bool Expired { get; }
}
