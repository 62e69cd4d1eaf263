using AccountGraph.Accounts.Profile;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>An account as it was stored at one version. Immutable, and shared by all who read that version.</summary>
public sealed class User
{
    private AccountView? _view;

    internal User(Document document)
    {
        Key = document.Id;
        ProjectId = document.Text(UserDocuments.ProjectId)!;
        Id = document.Text(UserDocuments.UserId)!;
        Email = document.Text(UserDocuments.Email);
        Phone = document.Text(UserDocuments.Phone);
        Name = document.Text(UserDocuments.Name);
        IsBlocked = !document.Flag(UserDocuments.Status);
        Labels = document.Texts(UserDocuments.Labels);
        PasswordHash = document.Text(UserDocuments.Password);
        PasswordHistory = document.Texts(UserDocuments.PasswordHistory);
        PasswordUpdate = document.Time(UserDocuments.PasswordUpdate);
        Preferences = document.Text(UserDocuments.Prefs) ?? PreferencesView.Empty;
        Registration = document.Time(UserDocuments.Registration)!.Value;
        IsEmailVerified = document.Flag(UserDocuments.EmailVerification);
        IsPhoneVerified = document.Flag(UserDocuments.PhoneVerification);
        NeedsPasswordReset = document.Flag(UserDocuments.Reset);
        HasMfa = document.Flag(UserDocuments.Mfa);
        TokenGeneration = document.Integer(UserDocuments.TokenGeneration);
        SessionGeneration = document.Integer(UserDocuments.SessionGeneration);
        KeptSession = document.Text(UserDocuments.KeptSession);
        RemovedWays = document.Integer(UserDocuments.RemovedWays);
        AccessedAt = document.Time(UserDocuments.AccessedAt)!.Value;
        CreatedAt = document.Time(UserDocuments.CreatedAt)!.Value;
        UpdatedAt = document.Time(UserDocuments.UpdatedAt)!.Value;
    }

    /// <summary>Internal id, never reused and never shown: what all that belongs to the user points to.</summary>
    public string Key { get; }

    public string ProjectId { get; }

    /// <summary>The id that the contract shows.</summary>
    public string Id { get; }

    public string? Email { get; }

    public string? Phone { get; }

    public string? Name { get; }

    public bool IsBlocked { get; }

    public IReadOnlyList<string> Labels { get; }

    public string? PasswordHash { get; }

    public IReadOnlyList<string> PasswordHistory { get; }

    public Instant? PasswordUpdate { get; }

    public string Preferences { get; }

    public Instant Registration { get; }

    public bool IsEmailVerified { get; }

    public bool IsPhoneVerified { get; }

    public bool NeedsPasswordReset { get; }

    public bool HasMfa { get; }

    /// <summary>Tokens of another generation are void.</summary>
    public long TokenGeneration { get; }

    public long SessionGeneration { get; }

    /// <summary>Id of the one session that outlived the last change of generation.</summary>
    public string? KeptSession { get; }

    /// <summary>How many ways to sign in were removed so far.</summary>
    public long RemovedWays { get; }

    public Instant AccessedAt { get; }

    public Instant CreatedAt { get; }

    public Instant UpdatedAt { get; }

    /// <summary>The view is made again only when one of its documents changed: reading an account is the
    /// operation that runs most.</summary>
    internal AccountView ViewWith(IReadOnlyList<Document> targets)
    {
        if (Volatile.Read(ref _view) is { } view && view.IsMadeFrom(targets)) return view;
        view = new AccountView(this, targets);
        Volatile.Write(ref _view, view);
        return view;
    }
}
