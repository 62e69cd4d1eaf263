using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

public sealed record UpdateMfaChallenge(string ChallengeId, string Otp);

/// <summary>Answers a challenge: the session has passed one more factor, and is fresh.</summary>
public sealed class UpdateMfaChallengeHandler(
    IDocumentStore store,
    AuthenticatorStore authenticators,
    RecoveryCodes recoveryCodes,
    ChallengeCodes codes,
    HourlyLimit limits,
    SessionFactors sessions,
    TimeProvider clock)
{
    private const long MostTries = 10;

    public async ValueTask<Outcome<Done>> HandleAsync(
        UpdateMfaChallenge input, CallContext call, CancellationToken cancellation)
    {
        var invalid = SecretArgument.Check("challengeId", input.ChallengeId) ?? SecretArgument.Check("otp", input.Otp);
        if (invalid is not null) return invalid;
        if (call.SignedIn.Current is not { } session) return AccountErrors.SessionNotFound;

        var user = call.User;
        var stored = await store.GetAsync(ChallengeDocuments.Collection, input.ChallengeId, cancellation);
        var now = Instant.From(clock.GetUtcNow());
        if (stored is null || ChallengeDocuments.Map(stored) is not { } challenge) return AccountErrors.InvalidToken;
        if (!challenge.IsOpenTo(user, session, now)) return AccountErrors.InvalidToken;

        // Paid before it is judged, so that many guesses at once get no more than one after another.
        if (await limits.TakeAsync(user, LimitedAct.Code, cancellation) is { } tooMany) return tooMany;
        if (!await TakeTryAsync(challenge, cancellation)) return AccountErrors.InvalidToken;
        if (!await IsRightAsync(challenge, input.Otp, user, cancellation)) return AccountErrors.InvalidToken;
        await limits.GiveBackAsync(user, LimitedAct.Code, cancellation);

        if (!await store.DeleteAsync(
                ChallengeDocuments.Collection, challenge.Key, new Filter.All(), cancellation))
        {
            return AccountErrors.InvalidToken;
        }

        return await sessions.PassAsync(session, challenge.Factor, cancellation)
            ? Done.Instance
            : AccountErrors.SessionNotFound;
    }

    private async ValueTask<bool> TakeTryAsync(Challenge challenge, CancellationToken cancellation)
    {
        var written = await store.UpdateAsync(
            ChallengeDocuments.Collection,
            challenge.Key,
            new Filter.Compare(ChallengeDocuments.Tries, ComparisonOperator.Less, MostTries),
            [new Change.Add(ChallengeDocuments.Tries, 1)],
            cancellation);
        return written.Document is not null;
    }

    private async ValueTask<bool> IsRightAsync(
        Challenge challenge, string otp, User user, CancellationToken cancellation)
    {
        if (challenge.CodeHash is { } hash) return codes.Matches(otp, user, hash);
        if (challenge.Factor == Factors.RecoveryCode) return await recoveryCodes.UseAsync(user, otp, cancellation);
        return await authenticators.FindAsync(user, cancellation) is { IsVerified: true } authenticator
            && await authenticators.AcceptAsync(authenticator, otp, verifying: false, cancellation);
    }
}
