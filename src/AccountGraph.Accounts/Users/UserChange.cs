using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>A change to one user, written as one step.</summary>
internal sealed record UserChange(User User, params IReadOnlyList<Change> Changes)
{
    /// <summary>The caller's timestamp: a record changed later is left alone.</summary>
    public Instant? UnchangedSince { get; init; }

    /// <summary>What must still hold when the change is written, such as the password that was checked.</summary>
    public Filter Guard { get; init; } = new Filter.All();

    public AccountError WhenGuardFails { get; init; } = AccountErrors.DocumentUpdateConflict;

    /// <summary>Another user has the email or phone.</summary>
    public AccountError WhenTaken { get; init; } = AccountErrors.UserAlreadyExists;
}
