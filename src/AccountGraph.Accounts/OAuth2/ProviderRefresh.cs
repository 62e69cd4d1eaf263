using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Fresh tokens for a session that came from a provider.</summary>
public sealed class ProviderRefresh(
    ProviderClient client, IdentityDirectory identities, ProviderTokenBox box, TimeProvider clock)
{
    /// <summary>Changes nothing for other sessions, and where the provider gave nothing to refresh with.</summary>
    public async ValueTask<Outcome<RefreshedTokens>> RefreshAsync(
        Session session, CallContext call, CancellationToken cancellation)
    {
        if (session.ProviderUid is not { } uid || ProviderCatalog.Find(session.Provider) is not { } row)
        {
            return RefreshedTokens.None;
        }

        // Providers that rotate refresh tokens take each one once: the identity holds the newest.
        var identity = await identities.FindAsync(session.ProjectId, row.Key, uid, cancellation);
        var own = identity?.UserKey == session.UserKey ? identity : null;
        var current = box.Open(own?.ProviderRefreshToken ?? session.ProviderRefreshToken, session.UserKey);
        if (current.Length == 0) return RefreshedTokens.None;
        if (ProviderConnection.Find(call.Project, row) is not { } connection) return AccountErrors.ProviderDisabled;

        var reply = await client.RefreshAsync(connection, new Secret(current), cancellation);
        if (!reply.IsSuccess) return reply.Error;
        var tokens = reply.Value;
        var given = new NewIdentity(row.Key, uid, "", ReservesEmail: false)
        {
            AccessToken = tokens.AccessToken,
            RefreshToken = tokens.RefreshToken,
            AccessTokenExpiry = tokens.ExpiryFrom(Instant.From(clock.GetUtcNow())),
        };
        if (own is not null) await identities.RenewAsync(own, given, cancellation);
        return new RefreshedTokens(
        [
            new Change.Set(
                SessionDocuments.ProviderAccessToken, box.Seal(given.AccessToken, session.UserKey)),
            new Change.Set(
                SessionDocuments.ProviderRefreshToken,
                box.Seal(given.RefreshToken ?? new Secret(current), session.UserKey)),
            new Change.Set(SessionDocuments.ProviderAccessTokenExpiry, given.AccessTokenExpiry),
        ]);
    }
}
