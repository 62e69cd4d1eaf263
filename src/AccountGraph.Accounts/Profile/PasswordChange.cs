using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>A password about to replace another.</summary>
internal sealed record PasswordChange(User User, string Password)
{
    /// <summary>The one session that goes on.</summary>
    public Session? Kept { get; init; }

    /// <summary>Written in the same step.</summary>
    public IReadOnlyList<Change> Alongside { get; init; } = [];

    /// <summary>What must hold besides: the password is still the one that was judged in any case.</summary>
    public Filter Guard { get; init; } = new Filter.All();

    public Instant? UnchangedSince { get; init; }

    public override string ToString() => User.Id;
}
