using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>One walk to a provider and back. It travels in a sealed cookie; only the state shows.</summary>
public sealed record SignInAttempt
{
    private const int RandomBytes = 32;

    public required string Project { get; init; }

    public required string Provider { get; init; }

    /// <summary>Opaque and random; the cookie that belongs to it opens with nothing else.</summary>
    public string State { get; init; } = Secrets.Hex(RandomBytes).Reveal();

    public string Nonce { get; init; } = Secrets.Hex(RandomBytes).Reveal();

    /// <summary>Of PKCE (RFC 7636).</summary>
    public string Verifier { get; init; } = Secrets.Hex(RandomBytes).Reveal();

    public required string Success { get; init; }

    public required string Failure { get; init; }

    public required string Callback { get; init; }

    /// <summary>Ends in a token for the client and not in cookies.</summary>
    public required bool ForToken { get; init; }

    /// <summary>Who was signed in when it began; empty for a guest.</summary>
    public required string UserId { get; init; }

    public required DateTimeOffset Expire { get; init; }

    [JsonIgnore]
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public override string ToString() => $"{Project}/{Provider}";
}
