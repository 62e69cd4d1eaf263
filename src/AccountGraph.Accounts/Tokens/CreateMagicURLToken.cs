using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Security;
using AccountGraph.Messaging.Templates;

namespace AccountGraph.Accounts.Tokens;

/// <param name="UserId">For the account that is made when the address is new.</param>
public sealed record CreateMagicURLToken(string UserId, string Email, string? Url, bool? Phrase);

/// <summary>Mails a link that signs in.</summary>
public sealed class CreateMagicURLTokenHandler(
    TokenHolders holders, TokenIssuer issuer, TokenDelivery delivery, Lifetimes lifetimes)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        CreateMagicURLToken input, CallContext call, CancellationToken cancellation)
    {
        var invalid = NewIdArgument.Check("userId", input.UserId)
            ?? EmailArgument.Check("email", input.Email)
            ?? UrlArgument.CheckOptional("url", input.Url, call);
        if (invalid is not null) return invalid;
        if (!delivery.CanMail) return AccountErrors.SmtpDisabled;

        var email = EmailArgument.Normalise(input.Email);
        var found = await holders.ByEmailAsync(
            input.UserId, email, AccountErrors.EmailAlreadyExists, call, cancellation);
        if (!found.IsSuccess) return found.Error;

        var holder = found.Value;
        var issued = await issuer.IssueAsync(
            holder.User, TokenType.MagicUrl, lifetimes.MagicUrlToken, call, cancellation);
        var phrase = input.Phrase is true ? SecurityPhrase.Next() : "";
        var link = Links.Merge(
            input.Url ?? call.PublicOrigin.TrimEnd('/') + "/console/auth/magic-url",
            ("userId", holder.User.Id),
            ("secret", issued.Secret.Reveal()),
            ("expire", DateText.Of(issued.Token.Expire)),
            ("project", call.Project.Id));
        var mail = new EmailContent.MagicSession(link, lifetimes.MagicUrlToken, delivery.DeviceOf(call), phrase);
        await delivery.MailAsync(holder, mail, call, issued.Token.Expire, cancellation);

        Outcome<TokenView> view = issued.ViewFor(call, phrase);
        return view.About(holder.Concerned);
    }
}
