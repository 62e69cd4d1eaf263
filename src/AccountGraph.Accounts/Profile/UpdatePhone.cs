using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <param name="Password">The present one, or the first one of an account that has none.</param>
public sealed record UpdatePhone(string Phone, string Password);

/// <summary>Gives the account another number, not verified yet. Tokens that went to the old one are void.</summary>
public sealed class UpdatePhoneHandler(
    CurrentPassword current,
    TargetWriter targets,
    UserWriter users,
    AccountReader accounts,
    SecurityNotices notices)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdatePhone input, CallContext call, CancellationToken cancellation)
    {
        var invalid = PhoneArgument.Check("phone", input.Phone) ?? PasswordArgument.Check("password", input.Password);
        if (invalid is not null) return invalid;

        var user = call.User;
        var proof = await current.ProveOrSetAsync(user, input.Password, call.Project, cancellation);
        if (!proof.IsSuccess) return proof.Error;
        if (await targets.IsTakenAsync(user.ProjectId, input.Phone, cancellation))
        {
            return AccountErrors.TargetAlreadyExists;
        }

        var change = new UserChange(
            user,
            [
                .. proof.Value.Changes,
                new Change.Set(UserDocuments.Phone, input.Phone),
                new Change.Set(UserDocuments.PhoneKey, UserDocuments.KeyOf(user.ProjectId, input.Phone)),
                new Change.Set(UserDocuments.PhoneVerification, false),
                new Change.Add(UserDocuments.TokenGeneration, 1),
            ])
        {
            UnchangedSince = call.Timestamp,
            Guard = proof.Value.Guard,
            WhenTaken = AccountErrors.PhoneAlreadyExists,
        };
        var written = await users.WriteAsync(change, cancellation);
        if (!written.IsSuccess) return written.Error;

        await targets.RenameAsync(user, user.Phone, input.Phone, cancellation);
        await notices.PhoneChangedAsync(written.Value, input.Phone, call, cancellation);
        return await accounts.ReadAsync(written.Value, cancellation);
    }
}
