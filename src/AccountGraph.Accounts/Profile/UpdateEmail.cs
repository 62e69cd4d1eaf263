using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <param name="Password">The present one, or the first one of an account that has none.</param>
public sealed record UpdateEmail(string Email, string Password);

/// <summary>Gives the account another address, not verified yet. Tokens that went to the old one are void.</summary>
public sealed class UpdateEmailHandler(
    CurrentPassword current,
    IdentityDirectory identities,
    TargetWriter targets,
    UserWriter users,
    AccountReader accounts,
    SecurityNotices notices)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdateEmail input, CallContext call, CancellationToken cancellation)
    {
        var invalid = EmailArgument.Check("email", input.Email) ?? PasswordArgument.Check("password", input.Password);
        if (invalid is not null) return invalid;

        var user = call.User;
        var email = EmailArgument.Normalise(input.Email);
        var proof = await current.ProveOrSetAsync(user, input.Password, call.Project, cancellation);
        if (!proof.IsSuccess) return proof.Error;
        if (await identities.IsEmailTakenAsync(call.Project, email, user, cancellation))
        {
            return AccountErrors.BadRequest;
        }

        if (await targets.IsTakenAsync(user.ProjectId, email, cancellation)) return AccountErrors.TargetAlreadyExists;

        var change = new UserChange(
            user,
            [
                .. proof.Value.Changes,
                new Change.Set(UserDocuments.Email, email),
                new Change.Set(UserDocuments.EmailKey, UserDocuments.KeyOf(user.ProjectId, email)),
                new Change.Set(UserDocuments.EmailVerification, false),
                new Change.Add(UserDocuments.TokenGeneration, 1),
            ])
        {
            UnchangedSince = call.Timestamp,
            Guard = proof.Value.Guard,
            WhenTaken = AccountErrors.BadRequest,
        };
        var written = await users.WriteAsync(change, cancellation);
        if (!written.IsSuccess) return written.Error;

        await targets.RenameAsync(user, user.Email, email, cancellation);
        await notices.EmailChangedAsync(user, email, call, cancellation);
        return await accounts.ReadAsync(written.Value, cancellation);
    }
}
