using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>Asks a signed-in user for his password again: whoever found his device unlocked does not know it.</summary>
public sealed class CurrentPassword(
    PasswordHasher hasher, NewPasswordRules rules, HourlyLimit limits, TimeProvider clock)
{
    public async ValueTask<AccountError?> CheckAsync(User user, string? password, CancellationToken cancellation)
    {
        if (password is null) return AccountErrors.InvalidCredentials;
        if (await limits.TakeAsync(user, LimitedAct.Password, cancellation) is { } tooMany) return tooMany;

        var verdict = await hasher.VerifyAsync(password, user.PasswordHash, cancellation);
        if (verdict == PasswordVerdict.NoMatch) return AccountErrors.InvalidCredentials;
        await limits.GiveBackAsync(user, LimitedAct.Password, cancellation);
        return null;
    }

    /// <summary>Without a password yet, the given one becomes the first, by the rules of a new one.</summary>
    internal async ValueTask<Outcome<PasswordProof>> ProveOrSetAsync(
        User user, string password, Project project, CancellationToken cancellation)
    {
        if (user.PasswordHash is not null)
        {
            return await CheckAsync(user, password, cancellation) is { } wrong
                ? wrong
                : new PasswordProof(Filter.Equal(UserDocuments.Password, user.PasswordHash), []);
        }

        var person = new PersonalData(user.Id, user.Email, user.Name, user.Phone);
        var refused = rules.CheckArgument("password", password, project)
            ?? rules.CheckPersonal(password, person, project);
        if (refused is not null) return refused;

        var hash = await hasher.HashAsync(password, cancellation);
        return new PasswordProof(NoPassword, ChangesTo(hash, user, project));
    }

    /// <summary>The guard of a change to the password of this user.</summary>
    internal static Filter IsStill(User user) =>
        user.PasswordHash is { } hash ? Filter.Equal(UserDocuments.Password, hash) : NoPassword;

    internal IReadOnlyList<Change> ChangesTo(string hash, User user, Project project)
    {
        var history = NewPasswordRules.Remember(user.PasswordHistory, hash, project);
        return
        [
            new Change.Set(UserDocuments.Password, hash),
            new Change.Set(UserDocuments.PasswordHistory, history.Count == 0 ? null : history),
            new Change.Set(UserDocuments.PasswordUpdate, Instant.From(clock.GetUtcNow())),
        ];
    }

    private static Filter NoPassword => new Filter.Compare(UserDocuments.Password, ComparisonOperator.Equal, null);
}
