using AccountGraph.Accounts.Tokens;
using AccountGraph.Messaging.Templates;

namespace AccountGraph.Accounts.Verification;

/// <summary>Sends the user six digits by text message that prove his number.</summary>
public sealed class CreatePhoneVerificationHandler(TokenIssuer issuer, TokenDelivery delivery, Lifetimes lifetimes)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        if (!delivery.CanText) return AccountErrors.PhoneDisabled;
        var user = call.User;
        if (user.Phone is null) return AccountErrors.PhoneNotFound;
        if (user.IsPhoneVerified) return AccountErrors.PhoneAlreadyVerified;

        var code = PhoneCode.For(user.Phone, call.Project);
        var issued = await issuer.IssueAsync(
            user, TokenType.PhoneVerification, code.Secret, lifetimes.PhoneVerification, call, cancellation);
        if (!code.IsMock)
        {
            var text = new SmsContent.Verification(code.Secret.Reveal(), lifetimes.PhoneVerification);
            await delivery.TextAsync(new TokenHolder(user), text, call, issued.Token.Expire, cancellation);
        }

        return issued.Token.View();
    }
}
