using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Sessions;

public sealed record CreateEmailPasswordSession(string Email, string Password);

public sealed class CreateEmailPasswordSessionHandler(
    UserDirectory users, PasswordHasher hasher, PasswordUpgrade upgrade, SessionOpener opener, SessionAlerts alerts)
{
    public async ValueTask<Outcome<OpenedSession>> HandleAsync(
        CreateEmailPasswordSession input, CallContext call, CancellationToken cancellation)
    {
        var invalid = EmailArgument.Check("email", input.Email) ?? PasswordArgument.Check("password", input.Password);
        if (invalid is not null) return invalid;

        var email = EmailArgument.Normalise(input.Email);
        var user = await users.FindByEmailAsync(call.Project, email, cancellation);

        // A missing user or password costs the same hash as a wrong one, and gets the same answer.
        var verdict = await hasher.VerifyAsync(input.Password, user?.PasswordHash, cancellation);
        if (user is null || verdict == PasswordVerdict.NoMatch) return AccountErrors.InvalidCredentials;
        if (user.IsBlocked) return AccountErrors.UserBlocked;

        if (verdict == PasswordVerdict.MatchNeedsRehash) await upgrade.TryAsync(user, input.Password, cancellation);
        var start = new SessionStart("email", Factors.Password) { ProviderUid = email };
        var opened = await opener.OpenAsync(user, start, call, cancellation);
        await alerts.SendAsync(user, opened, call, cancellation);

        Outcome<OpenedSession> outcome = opened;
        return outcome.About(user);
    }
}
