using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

public sealed record CreateMfaChallenge(string Factor);

/// <summary>Opens a challenge for the session, and sends its code where the factor is an address.</summary>
public sealed class CreateMfaChallengeHandler(
    AccountMessages messages,
    IDocumentStore store,
    ChallengeCodes codes,
    IdGenerator ids,
    Lifetimes lifetimes,
    TimeProvider clock)
{
    public async ValueTask<Outcome<MfaChallengeView>> HandleAsync(
        CreateMfaChallenge input, CallContext call, CancellationToken cancellation)
    {
        if (FactorArgument.Check("factor", input.Factor, out var factor) is { } invalid) return invalid;
        var user = call.User;
        if (CheckAddress(user, factor) is { } unusable) return unusable;

        var code = factor is Factors.Email or Factors.Phone ? Secrets.Code() : null;
        var now = Instant.From(clock.GetUtcNow());
        var expire = now.AddSeconds(lifetimes.MfaChallenge);
        var document = ChallengeDocuments.New(
            ids.Next(), call.SignedIn, factor, code is null ? null : codes.Hash(code, user), now, expire);
        await store.InsertAsync(ChallengeDocuments.Collection, document, cancellation);

        if (code is not null) await SendAsync(user, factor, code, expire, call, cancellation);
        return new MfaChallengeView(ChallengeDocuments.Map(document));
    }

    private AccountError? CheckAddress(User user, string factor)
    {
        if (factor == Factors.Phone)
        {
            if (!messages.CanText) return AccountErrors.PhoneDisabled;
            if (user.Phone is null) return AccountErrors.PhoneNotFound;
            return user.IsPhoneVerified ? null : AccountErrors.PhoneNotVerified;
        }

        if (factor != Factors.Email) return null;
        if (!messages.CanMail) return AccountErrors.SmtpDisabled;
        if (user.Email is null) return AccountErrors.EmailNotFound;
        return user.IsEmailVerified ? null : AccountErrors.EmailNotVerified;
    }

    private ValueTask SendAsync(
        User user, string factor, Secret code, Instant expire, CallContext call, CancellationToken cancellation)
    {
        if (factor == Factors.Phone)
        {
            var text = new SmsContent.MfaChallenge(code.Reveal(), lifetimes.MfaChallenge);
            return messages.TextAsync(user, text, call, expire, cancellation);
        }

        var mail = new EmailContent.MfaChallenge(code.Reveal(), lifetimes.MfaChallenge, messages.DeviceOf(call));
        return messages.MailAsync(user, mail, call, expire, cancellation);
    }
}
