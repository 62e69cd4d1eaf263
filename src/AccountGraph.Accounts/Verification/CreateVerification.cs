using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Messaging.Templates;

namespace AccountGraph.Accounts.Verification;

public sealed record CreateVerification(string Url);

/// <summary>Mails the user a link that proves his address.</summary>
public sealed class CreateVerificationHandler(TokenIssuer issuer, TokenDelivery delivery, Lifetimes lifetimes)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        CreateVerification input, CallContext call, CancellationToken cancellation)
    {
        if (UrlArgument.Check("url", input.Url, call) is { } invalid) return invalid;
        if (!delivery.CanMail) return AccountErrors.SmtpDisabled;
        var user = call.User;
        if (user.Email is null) return AccountErrors.EmailNotFound;
        if (user.IsEmailVerified) return AccountErrors.EmailAlreadyVerified;

        var issued = await issuer.IssueAsync(
            user, TokenType.EmailVerification, lifetimes.EmailVerification, call, cancellation);
        var link = Links.Merge(
            input.Url,
            ("userId", user.Id),
            ("secret", issued.Secret.Reveal()),
            ("expire", DateText.InLink(issued.Token.Expire)));
        var mail = new EmailContent.Verification(link, lifetimes.EmailVerification);
        await delivery.MailAsync(new TokenHolder(user), mail, call, issued.Token.Expire, cancellation);
        return issued.Token.View();
    }
}
