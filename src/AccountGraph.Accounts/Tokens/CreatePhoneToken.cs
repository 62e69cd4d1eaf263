using AccountGraph.Accounts.Arguments;
using AccountGraph.Messaging.Templates;

namespace AccountGraph.Accounts.Tokens;

/// <param name="UserId">For the account that is made when the number is new.</param>
public sealed record CreatePhoneToken(string UserId, string Phone);

/// <summary>Sends six digits by text message that sign in.</summary>
public sealed class CreatePhoneTokenHandler(
    TokenHolders holders, TokenIssuer issuer, TokenDelivery delivery, Lifetimes lifetimes)
{
    public async ValueTask<Outcome<TokenView>> HandleAsync(
        CreatePhoneToken input, CallContext call, CancellationToken cancellation)
    {
        var invalid = NewIdArgument.Check("userId", input.UserId) ?? PhoneArgument.Check("phone", input.Phone);
        if (invalid is not null) return invalid;
        if (!delivery.CanText) return AccountErrors.PhoneDisabled;

        var found = await holders.ByPhoneAsync(input.UserId, input.Phone, call, cancellation);
        if (!found.IsSuccess) return found.Error;

        var holder = found.Value;
        var code = PhoneCode.For(input.Phone, call.Project);
        var issued = await issuer.IssueAsync(
            holder.User, TokenType.Phone, code.Secret, lifetimes.PhoneToken, call, cancellation);
        if (!code.IsMock)
        {
            var text = new SmsContent.Login(code.Secret.Reveal(), lifetimes.PhoneToken);
            await delivery.TextAsync(holder, text, call, issued.Token.Expire, cancellation);
        }

        Outcome<TokenView> view = issued.ViewFor(call);
        return view.About(holder.Concerned);
    }
}
