using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Messages;

/// <summary>Tells a user of a sign-in, where the project asks for it. The first session needs no alert.</summary>
public sealed class SessionAlerts(AccountMessages messages, TimeProvider clock)
{
    public async ValueTask SendAsync(
        User user, OpenedSession opened, CallContext call, CancellationToken cancellation)
    {
        if (!call.Project.Auth.SessionAlerts || user.Email is null || opened.SessionCount == 1) return;
        if (!messages.CanMail) return;

        var view = opened.View;
        var country = view.CountryCode == CountryDatabase.Unknown ? null : view.CountryName;
        var content = new EmailContent.SessionAlert(clock.GetUtcNow(), view.ClientName, view.Ip, country);
        try
        {
            await messages.MailAsync(user, content, call, null, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // The session is open; failing the sign-in now would only leave it behind unused.
        }
    }
}
