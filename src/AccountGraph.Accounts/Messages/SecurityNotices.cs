using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Users;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Messages;

/// <summary>Tells the owner of an account what was changed in it: the one chance to notice a stranger's hand. The
/// change stands already, so a notice that cannot be queued does not undo it.</summary>
public sealed class SecurityNotices(AccountMessages messages, HourlyLimit limits, TimeProvider clock)
{
    public ValueTask PasswordChangedAsync(User user, CallContext call, CancellationToken cancellation) =>
        SendAsync(user.Email, user, new EmailContent.PasswordChanged(Now, messages.DeviceOf(call)), call, cancellation);

    /// <param name="before">The user with his old address, which hears of it as well as the new one.</param>
    public async ValueTask EmailChangedAsync(
        User before, string email, CallContext call, CancellationToken cancellation)
    {
        var content = new EmailContent.EmailChanged(email, Now, messages.DeviceOf(call));
        await SendAsync(before.Email, before, content, call, cancellation);
        await SendAsync(email, before, content, call, cancellation);
    }

    public ValueTask PhoneChangedAsync(User user, string phone, CallContext call, CancellationToken cancellation) =>
        SendAsync(
            user.Email, user, new EmailContent.PhoneChanged(phone, Now, messages.DeviceOf(call)), call, cancellation);

    public ValueTask MfaChangedAsync(User user, bool isOn, CallContext call, CancellationToken cancellation) =>
        SendAsync(
            user.Email, user, new EmailContent.MfaChanged(isOn, Now, messages.DeviceOf(call)), call, cancellation);

    private DateTimeOffset Now => clock.GetUtcNow();

    private async ValueTask SendAsync(
        string? address, User user, EmailContent content, CallContext call, CancellationToken cancellation)
    {
        if (address is null || !messages.CanMail) return;
        try
        {
            if (await limits.TakeAsync(user, LimitedAct.Notice, cancellation) is not null) return;
            await messages.MailToAsync(address, user, content, call, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // The caller is told the truth: the change was made.
        }
    }
}
