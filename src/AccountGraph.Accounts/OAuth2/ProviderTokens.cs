using System.Text.Json;
using AccountGraph.Accounts.Security;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>A provider's token reply.</summary>
public sealed class ProviderTokens(JsonElement reply)
{
    // Some providers nest the user's tokens beside those of a workspace.
    private readonly JsonElement _held =
        reply.At("authed_user") is { ValueKind: JsonValueKind.Object } nested ? nested : reply;

    public Secret AccessToken => new(_held.Text("access_token"));

    public Secret? RefreshToken => _held.Text("refresh_token") is { Length: > 0 } token ? new Secret(token) : null;

    public string IdToken => reply.Text("id_token");

    /// <summary>Null when the provider does not say how long the access token lives.</summary>
    public Instant? ExpiryFrom(Instant now) =>
        int.TryParse(_held.Text("expires_in"), out var seconds) && seconds > 0 ? now.AddSeconds(seconds) : null;

    /// <summary>The OAuth2 error that some providers send with status 200.</summary>
    public string Error => reply.Text("error");

    public string Member(string name) => reply.Text(name);

    public override string ToString() => "***";
}
