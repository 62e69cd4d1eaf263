using System.Collections.Concurrent;
using System.Text.Json;
using AccountGraph.Accounts.Projects;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Discovery and id tokens (OpenID Connect). Everything in a discovery document comes from outside, so its
/// issuer and its addresses are checked like settings.</summary>
public sealed class OpenIdProviders(ProviderChannel channel, TimeProvider clock)
{
    private const string WellKnownPath = "/.well-known/openid-configuration";

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (DateTimeOffset ReadAt, JsonElement Json)> _documents =
        new(StringComparer.Ordinal);

    public async ValueTask<Outcome<ProviderAddresses>> DescribeAsync(
        ProviderConnection connection, CancellationToken cancellation)
    {
        var (authorization, token, userInfo) = (connection.Authorization, connection.Token, connection.UserInfo);
        var isDiscovered = connection.Row.Has(ProviderQuirks.Discovered) && connection.WellKnown.Length > 0;
        if (!isDiscovered)
        {
            return authorization.Length > 0 && token.Length > 0
                ? new ProviderAddresses(authorization, token, userInfo)
                {
                    Refresh = connection.Refresh,
                    Issuer = connection.Keys.Length > 0 ? connection.Issuer : "",
                    Keys = connection.Keys,
                }
                : AccountErrors.ProviderDisabled;
        }

        var document = await DocumentAsync(connection.WellKnown, cancellation);
        if (!document.IsSuccess) return document.Error;
        var json = document.Json;
        var found = new ProviderAddresses(
            authorization.Length > 0 ? authorization : json.Text("authorization_endpoint"),
            token.Length > 0 ? token : json.Text("token_endpoint"),
            userInfo.Length > 0 ? userInfo : json.Text("userinfo_endpoint"))
        {
            Refresh = connection.Refresh.Length > 0 ? connection.Refresh : json.Text("token_endpoint"),
            Issuer = json.Text("issuer"),
            Keys = connection.Keys.Length > 0 ? connection.Keys : json.Text("jwks_uri"),
        };
        return IsSound(found, connection.WellKnown) ? found : ProviderChannel.Failed("discovery", "unsafe addresses");
    }

    /// <summary>The claims of an id token that was issued by this provider, for us, for this sign-in.</summary>
    public async ValueTask<ProviderReply> ClaimsAsync(
        ProviderConnection connection,
        ProviderAddresses addresses,
        string idToken,
        string nonce,
        CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, addresses.Keys);
        // Read at every sign-in: keys change without notice, and sign-ins are rare.
        var keys = await channel.SendAsync(request, "keys", cancellation);
        if (!keys.IsSuccess) return keys;
        return IdToken.Read(idToken, keys.Json) is { } claims
            && claims.IsFor(addresses.Issuer, connection.AppId, nonce, clock.GetUtcNow())
                ? new ProviderReply(claims.Json)
                : ProviderChannel.Failed("id token", "not acceptable");
    }

    private async ValueTask<ProviderReply> DocumentAsync(string address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_documents.TryGetValue(address, out var kept) && kept.ReadAt + KeptFor > now)
        {
            return new ProviderReply(kept.Json);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var reply = await channel.SendAsync(request, "discovery", cancellation);
        if (reply.IsSuccess) _documents[address] = (now, reply.Json);
        return reply;
    }

    // The document must speak for the issuer whose address it has (Discovery 4.3), or one provider could pose as
    // another.
    private static bool IsSound(ProviderAddresses found, string wellKnown) =>
        wellKnown == found.Issuer.TrimEnd('/') + WellKnownPath
        && OAuth2Settings.IsSafe(found.Authorization)
        && OAuth2Settings.IsSafe(found.Token)
        && OAuth2Settings.IsSafe(found.Refresh)
        && OAuth2Settings.IsSafe(found.Keys)
        && (found.UserInfo.Length == 0 || OAuth2Settings.IsSafe(found.UserInfo));
}
