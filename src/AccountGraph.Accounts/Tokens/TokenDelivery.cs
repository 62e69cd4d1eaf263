using AccountGraph.Accounts.Messages;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Sends the message that carries a token; for a stand-in it takes as long and sends none.</summary>
public sealed class TokenDelivery(AccountMessages messages, TokenIssuer issuer)
{
    public bool CanMail => messages.CanMail;

    public bool CanText => messages.CanText;

    public DeviceInfo DeviceOf(CallContext call) => messages.DeviceOf(call);

    public ValueTask MailAsync(
        TokenHolder holder, EmailContent content, CallContext call, Instant expire, CancellationToken cancellation) =>
        holder.IsReal
            ? messages.MailAsync(holder.User, content, call, expire, cancellation)
            : issuer.WriteNothingAsync(holder.User, call, cancellation);

    public ValueTask TextAsync(
        TokenHolder holder, SmsContent content, CallContext call, Instant expire, CancellationToken cancellation) =>
        holder.IsReal
            ? messages.TextAsync(holder.User, content, call, expire, cancellation)
            : issuer.WriteNothingAsync(holder.User, call, cancellation);
}
