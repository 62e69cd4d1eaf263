using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Security;
using AccountGraph.Messaging.Templates;

namespace AccountGraph.Accounts.Tokens;

/// <param name="UserId">For the account that is made when the address is new.</param>
public sealed record CreateEmailToken(string UserId, string Email, bool? Phrase);

/// <summary>Mails six digits that sign in.</summary>
public sealed class CreateEmailTokenHandler(
    TokenHolders holders, TokenIssuer issuer, TokenDelivery delivery, Lifetimes lifetimes)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        CreateEmailToken input, CallContext call, CancellationToken cancellation)
    {
        var invalid = NewIdArgument.Check("userId", input.UserId) ?? EmailArgument.Check("email", input.Email);
        if (invalid is not null) return invalid;
        if (!delivery.CanMail) return AccountErrors.SmtpDisabled;

        var email = EmailArgument.Normalise(input.Email);
        var found = await holders.ByEmailAsync(input.UserId, email, AccountErrors.BadRequest, call, cancellation);
        if (!found.IsSuccess) return found.Error;

        var holder = found.Value;
        var issued = await issuer.IssueAsync(holder.User, TokenType.Email, lifetimes.EmailToken, call, cancellation);
        var phrase = input.Phrase is true ? SecurityPhrase.Next() : "";
        var mail = new EmailContent.OtpSession(
            issued.Secret.Reveal(), lifetimes.EmailToken, delivery.DeviceOf(call), phrase);
        await delivery.MailAsync(holder, mail, call, issued.Token.Expire, cancellation);

        Outcome<TokenView> view = issued.ViewFor(call, phrase);
        return view.About(holder.Concerned);
    }
}
