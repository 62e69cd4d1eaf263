using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>A user as the contract shows it: texts for dates, empty texts for what is not set.</summary>
public sealed class AccountView
{
    private readonly IReadOnlyList<Document> _source;

    internal AccountView(User user, IReadOnlyList<Document> targets)
    {
        _source = targets;
        Id = user.Id;
        CreatedAt = DateText.Of(user.CreatedAt);
        UpdatedAt = DateText.Of(user.UpdatedAt);
        Name = user.Name ?? "";
        Registration = DateText.Of(user.Registration);
        Status = !user.IsBlocked;
        Labels = user.Labels;
        PasswordUpdate = DateText.Of(user.PasswordUpdate);
        Email = user.Email ?? "";
        Phone = user.Phone ?? "";
        EmailVerification = user.IsEmailVerified;
        PhoneVerification = user.IsPhoneVerified;
        Mfa = user.HasMfa;
        Prefs = new PreferencesView(user.Preferences);
        Targets = [.. targets.Select(target => new TargetView(TargetDocuments.Map(target)))];
        AccessedAt = DateText.Of(user.AccessedAt);
    }

    public string Id { get; }

    public string CreatedAt { get; }

    public string UpdatedAt { get; }

    public string Name { get; }

    /// <summary>Never shown to anybody, as the next two.</summary>
    public string? Password { get; }

    public string? Hash { get; }

    public string? HashOptions { get; }

    public string Registration { get; }

    public bool Status { get; }

    public IReadOnlyList<string> Labels { get; }

    public string PasswordUpdate { get; }

    public string Email { get; }

    public string Phone { get; }

    public bool EmailVerification { get; }

    public bool PhoneVerification { get; }

    public bool Mfa { get; }

    public PreferencesView Prefs { get; }

    public IReadOnlyList<TargetView> Targets { get; }

    public string AccessedAt { get; }

    /// <summary>Documents are immutable, so the same instances mean the same content.</summary>
    internal bool IsMadeFrom(IReadOnlyList<Document> targets)
    {
        if (ReferenceEquals(_source, targets)) return true;
        if (_source.Count != targets.Count) return false;
        for (var i = 0; i < targets.Count; i++)
        {
            if (!ReferenceEquals(_source[i], targets[i])) return false;
        }

        return true;
    }
}
