using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Messages;

namespace AccountGraph.Accounts.Profile;

/// <param name="OldPassword">Needed once a password was set.</param>
public sealed record UpdatePassword(string Password, string? OldPassword);

public sealed class UpdatePasswordHandler(
    NewPasswordRules rules,
    CurrentPassword current,
    PasswordReplacement replacement,
    AccountReader accounts,
    SecurityNotices notices)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdatePassword input, CallContext call, CancellationToken cancellation)
    {
        var invalid = rules.CheckArgument("password", input.Password, call.Project)
            ?? PasswordArgument.CheckOptional("oldPassword", input.OldPassword);
        if (invalid is not null) return invalid;

        var user = call.User;
        if (user.PasswordUpdate is not null
            && await current.CheckAsync(user, input.OldPassword, cancellation) is { } wrong)
        {
            return wrong;
        }

        if (await replacement.CheckAsync(user, input.Password, call.Project, cancellation) is { } refused)
        {
            return refused;
        }

        var change = new PasswordChange(user, input.Password)
        {
            Kept = call.SignedIn.Current,
            UnchangedSince = call.Timestamp,
        };
        var written = await replacement.WriteAsync(change, call.Project, cancellation);
        if (written.IsSuccess) await notices.PasswordChangedAsync(written.Value, call, cancellation);
        return await accounts.ReadAsync(written, cancellation);
    }
}
