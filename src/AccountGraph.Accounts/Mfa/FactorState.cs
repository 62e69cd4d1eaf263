using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>What a session still has to prove.</summary>
public sealed class FactorState(AuthenticatorStore authenticators, Lifetimes lifetimes, TimeProvider clock)
{
    private const int FactorsWithMfa = 2;

    /// <summary>A user with MFA on and some usable second factor needs two distinct ones.</summary>
    public ValueTask<bool> IsAwaitedAsync(User user, Session session, CancellationToken cancellation)
    {
        if (!user.HasMfa || CountOf(session) >= FactorsWithMfa) return ValueTask.FromResult(false);
        return user.IsEmailVerified || user.IsPhoneVerified
            ? ValueTask.FromResult(true)
            : authenticators.HasVerifiedAsync(user, cancellation);
    }

    // "oauth2" tells the way in and proves nothing beside "email": whoever has the account at the provider has both.
    private static int CountOf(Session session) => session.Factors.Count(factor => factor != Factors.OAuth2);

    public bool IsFresh(Session session) =>
        session.MfaUpdatedAt is { } passed
        && passed.AddSeconds(lifetimes.MfaFreshness) >= Instant.From(clock.GetUtcNow());
}
