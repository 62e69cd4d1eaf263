using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>Replaces a password, by its owner or by a recovery. Whoever knew the old one is thrown out by the same
/// write: outstanding tokens are void, and so are the other sessions unless the project keeps them.</summary>
public sealed class PasswordReplacement(
    NewPasswordRules rules, CurrentPassword current, PasswordHasher hasher, UserWriter users, SessionEnder sessions)
{
    /// <summary>Null when the password may be set.</summary>
    public async ValueTask<AccountError?> CheckAsync(
        User user, string password, Project project, CancellationToken cancellation)
    {
        var history = project.Auth.PasswordHistory > 0 ? user.PasswordHistory : [];
        if (await rules.IsInHistoryAsync(password, history, cancellation)) return AccountErrors.PasswordRecentlyUsed;
        var person = new PersonalData(user.Id, user.Email, user.Name, user.Phone);
        return rules.CheckPersonal(password, person, project);
    }

    /// <param name="kept">The one session that goes on.</param>
    internal async ValueTask<Outcome<User>> WriteAsync(
        User user,
        string password,
        Session? kept,
        CallContext call,
        IReadOnlyList<Change> alongside,
        CancellationToken cancellation)
    {
        var hash = await hasher.HashAsync(password, cancellation);
        List<Change> changes =
        [
            .. current.ChangesTo(hash, user, call.Project),
            new Change.Add(UserDocuments.TokenGeneration, 1),
            .. alongside,
        ];
        if (!call.Project.Auth.KeepSessionsOnPasswordChange)
        {
            changes.Add(new Change.Add(UserDocuments.SessionGeneration, 1));
            changes.Add(new Change.Set(UserDocuments.KeptSession, kept?.Id));
        }

        var change = new UserChange(user, changes)
        {
            UnchangedSince = call.Timestamp,
            Guard = CurrentPassword.IsStill(user),
            WhenGuardFails = AccountErrors.InvalidCredentials,
        };
        var written = await users.WriteAsync(change, cancellation);
        if (written.IsSuccess) await sessions.RemoveEndedAsync(written.Value, cancellation);
        return written;
    }
}
