using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Apple's client secret: a JWT that the app signs with its own key (ES256).</summary>
internal static class SignedClientSecret
{
    // Made anew for each call, so it need not live as long as Apple would accept.
    private const int LifetimeSeconds = 300;

    public static Secret Make(ProviderConnection connection, DateTimeOffset now)
    {
        var header = Encode(new Dictionary<string, object> { ["alg"] = "ES256", ["kid"] = connection.Member("keyID") });
        var body = Encode(new Dictionary<string, object>
        {
            ["iss"] = connection.Member("teamID"),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + LifetimeSeconds,
            ["aud"] = connection.Issuer,
            ["sub"] = connection.AppId,
        });
        using var key = ECDsa.Create();
        key.ImportFromPem(PemOf(connection.Member("p8")));
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes($"{header}.{body}"), HashAlgorithmName.SHA256);
        return new Secret($"{header}.{body}.{Base64Url.EncodeToString(signature)}");
    }

    public static bool IsKey(string p8)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(PemOf(p8));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The key's file as it is, or its body alone.</summary>
    private static string PemOf(string p8) => p8.Contains("-----BEGIN", StringComparison.Ordinal)
        ? p8.Replace("\\n", "\n", StringComparison.Ordinal)
        : $"-----BEGIN PRIVATE KEY-----\n{p8}\n-----END PRIVATE KEY-----";

    private static string Encode(Dictionary<string, object> members) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(members));
}
