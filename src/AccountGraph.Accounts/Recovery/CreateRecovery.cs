using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Messaging.Templates;

namespace AccountGraph.Accounts.Recovery;

public sealed record CreateRecovery(string Email, string Url);

/// <summary>Mails a link to choose a new password. Nobody learns from it whether the address is registered or
/// blocked: such addresses are answered alike, and in the same time, with a token of a stand-in.</summary>
public sealed class CreateRecoveryHandler(
    UserDirectory users, StandIns standIns, TokenIssuer issuer, TokenDelivery delivery, Lifetimes lifetimes)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        CreateRecovery input, CallContext call, CancellationToken cancellation)
    {
        var invalid = EmailArgument.Check("email", input.Email) ?? UrlArgument.Check("url", input.Url, call);
        if (invalid is not null) return invalid;
        if (!delivery.CanMail) return AccountErrors.SmtpDisabled;

        var found = await HolderAsync(EmailArgument.Normalise(input.Email), call, cancellation);
        if (!found.IsSuccess) return found.Error;

        var holder = found.Value;
        var issued = await issuer.IssueAsync(holder.User, TokenType.Recovery, lifetimes.Recovery, call, cancellation);
        var link = Links.Merge(
            input.Url,
            ("userId", holder.User.Id),
            ("secret", issued.Secret.Reveal()),
            ("expire", DateText.InLink(issued.Token.Expire)));
        var mail = new EmailContent.Recovery(link, lifetimes.Recovery);
        await delivery.MailAsync(holder, mail, call, issued.Token.Expire, cancellation);

        Outcome<TokenView> view = issued.ViewFor(call);
        return view.About(holder.Concerned);
    }

    private async ValueTask<Outcome<TokenHolder>> HolderAsync(
        string email, CallContext call, CancellationToken cancellation)
    {
        var user = await users.FindByEmailAsync(call.Project, email, cancellation);

        // Worked out for everybody, used for few.
        var standIn = standIns.For(call.Project, email);
        if (user is { IsBlocked: false }) return new TokenHolder(user);

        // A key holder is the project's own server: it is told the truth.
        if (call.IsApiKey) return user is null ? AccountErrors.UserNotFound : AccountErrors.UserBlocked;
        return user is null
            ? new TokenHolder(standIn, standIn, IsReal: false)
            : new TokenHolder(standIns.For(call.Project, user), user, IsReal: false);
    }
}
