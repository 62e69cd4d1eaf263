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

    internal async ValueTask<Outcome<User>> WriteAsync(
        PasswordChange change, Project project, CancellationToken cancellation)
    {
        var hash = await hasher.HashAsync(change.Password, cancellation);
        List<Change> changes =
        [
            .. current.ChangesTo(hash, change.User, project),
            new Change.Add(UserDocuments.TokenGeneration, 1),
            .. change.Alongside,
        ];
        if (!project.Auth.KeepSessionsOnPasswordChange)
        {
            changes.Add(new Change.Add(UserDocuments.SessionGeneration, 1));
            changes.Add(new Change.Set(UserDocuments.KeptSession, change.Kept?.Id));
        }

        var written = await users.WriteAsync(
            new UserChange(change.User, changes)
            {
                UnchangedSince = change.UnchangedSince,
                Guard = Filter.Both(CurrentPassword.IsStill(change.User), change.Guard),
                WhenGuardFails = AccountErrors.InvalidCredentials,
            },
            cancellation);
        if (written.IsSuccess) await sessions.RemoveEndedAsync(written.Value, cancellation);
        return written;
    }
}
