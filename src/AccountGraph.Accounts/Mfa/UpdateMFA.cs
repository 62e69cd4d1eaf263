using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

public sealed record UpdateMFA(bool Mfa);

/// <summary>Switches MFA on or off. The session that switches it on counts as having passed what the user can
/// pass, so that nobody locks himself out; his other sessions are asked at once.</summary>
public sealed class UpdateMFAHandler(
    UserWriter users,
    AuthenticatorStore authenticators,
    SessionFactors sessions,
    AccountReader accounts,
    SecurityNotices notices)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdateMFA input, CallContext call, CancellationToken cancellation)
    {
        var (user, current) = (call.User, call.SignedIn.Current);

        // Before the switch: after it, a crash would leave this session waiting for a factor.
        if (input.Mfa && current is not null)
        {
            await sessions.AddAsync(current, await UsableAsync(user, cancellation), cancellation);
        }

        var change = new UserChange(user, new Change.Set(UserDocuments.Mfa, input.Mfa))
        {
            UnchangedSince = call.Timestamp,
        };
        var written = await users.WriteAsync(change, cancellation);
        if (written.IsSuccess && user.HasMfa != input.Mfa)
        {
            await notices.MfaChangedAsync(written.Value, input.Mfa, call, cancellation);
        }

        return await accounts.ReadAsync(written, cancellation);
    }

    private async ValueTask<IReadOnlyList<string>> UsableAsync(User user, CancellationToken cancellation)
    {
        var usable = new List<string>();
        if (await authenticators.HasVerifiedAsync(user, cancellation)) usable.Add(Factors.Totp);
        if (user.IsEmailVerified) usable.Add(Factors.Email);
        if (user.IsPhoneVerified) usable.Add(Factors.Phone);
        return usable;
    }
}
