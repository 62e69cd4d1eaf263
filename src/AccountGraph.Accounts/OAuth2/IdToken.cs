using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>The claims of an id token whose signature was checked: RS256 or ES256 and nothing else, so that neither
/// "none" nor a shared secret passes for a key.</summary>
internal sealed class IdToken
{
    private const int Longest = 32 * 1024;
    private const int ShortestRsaKeyBits = 2048;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private IdToken(JsonElement json) => Json = json;

    public JsonElement Json { get; }

    /// <summary>Null when no key of the set has signed it.</summary>
    public static IdToken? Read(string token, JsonElement keySet)
    {
        if (token.Length > Longest || token.Split('.') is not [var header, var body, var signature]) return null;
        try
        {
            using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(header), Strict);
            if (head.RootElement.At("crit").ValueKind != JsonValueKind.Undefined) return null;
            var algorithm = head.RootElement.Text("alg");
            var keyId = head.RootElement.Text("kid");
            var signed = Encoding.ASCII.GetBytes($"{header}.{body}");
            var proof = Base64Url.DecodeFromChars(signature);
            var isSigned = keySet.Items("keys")
                .Where(key => keyId.Length == 0 || key.Text("kid") == keyId)
                .Any(key => IsSigned(key, algorithm, signed, proof));
            if (!isSigned) return null;
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(body), Strict);
            return new IdToken(claims.RootElement.Clone());
        }
        catch (Exception exception) when (exception is JsonException or FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>OpenID Connect Core 3.1.3.7.</summary>
    public bool IsFor(string issuer, string audience, string nonce, DateTimeOffset now) =>
        issuer.Length > 0
        && Json.Text("iss") == issuer
        && IsAddressedTo(audience)
        && Seconds("exp") is { } expires && expires > (now - ClockSkew).ToUnixTimeSeconds()
        && Seconds("iat") is { } issued && issued <= (now + ClockSkew).ToUnixTimeSeconds()
        && Secrets.AreEqual(Json.Text("nonce"), nonce);

    private bool IsAddressedTo(string audience)
    {
        if (Json.At("aud").ValueKind == JsonValueKind.String) return Json.Text("aud") == audience;
        var all = Json.Items("aud").Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null);
        var others = all.ToList();
        return others.Contains(audience) && (others.Count == 1 || Json.Text("azp") == audience);
    }

    private long? Seconds(string claim) =>
        Json.At(claim) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value)
            ? (long)value
            : null;

    private static bool IsSigned(JsonElement key, string algorithm, byte[] signed, byte[] signature)
    {
        if (key.Text("use") is not ("" or "sig")) return false;
        if (key.Text("alg") is { Length: > 0 } named && named != algorithm) return false;
        return (algorithm, key.Text("kty")) switch
        {
            ("RS256", "RSA") => IsSignedByRsa(key, signed, signature),
            ("ES256", "EC") when key.Text("crv") == "P-256" => IsSignedByCurve(key, signed, signature),
            _ => false,
        };
    }

    private static bool IsSignedByRsa(JsonElement key, byte[] signed, byte[] signature)
    {
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(key.Text("n")),
            Exponent = Base64Url.DecodeFromChars(key.Text("e")),
        });
        return rsa.KeySize >= ShortestRsaKeyBits
            && rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static bool IsSignedByCurve(JsonElement key, byte[] signed, byte[] signature)
    {
        using var curve = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Base64Url.DecodeFromChars(key.Text("x")),
                Y = Base64Url.DecodeFromChars(key.Text("y")),
            },
        });
        return curve.VerifyData(signed, signature, HashAlgorithmName.SHA256);
    }
}
