using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AccountGraph.Accounts.Security;

/// <summary>Session tokens as JSON Web Tokens: HS256 and nothing else (RFC 7515, 7519). What is not exactly of
/// the form we issue is refused.</summary>
public sealed class JsonWebTokens(KeyRing keys, TimeProvider clock)
{
    private const int MaximumLength = 4096;

    // A token without a session cannot be ended by signing out, so it may only live this long.
    private static readonly TimeSpan LongestWithoutSession = TimeSpan.FromSeconds(3600);

    // The same claim twice is read differently by different parsers: an old way past a check.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    public Secret Issue(string userId, string sessionId, TimeSpan lifetime)
    {
        var key = keys.Current;
        var signed = $"{Header(key)}.{Body(userId, sessionId, clock.GetUtcNow() + lifetime)}";
        return new Secret($"{signed}.{Base64Url.EncodeToString(Sign(key, signed))}");
    }

    /// <summary>Null when the token is refused. Whether its session still lives is for the caller to look up.</summary>
    public JwtClaims? Verify(string token)
    {
        if (token.Length > MaximumLength) return null;
        if (token.Split('.') is not [var header, var body, var signature]) return null;

        try
        {
            return KeyOf(header) is { } key && IsSignedBy(key, $"{header}.{body}", signature) ? ClaimsOf(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Header(KeyRing.Key key) => Encode(writer =>
    {
        writer.WriteString("typ", "JWT");
        writer.WriteString("alg", "HS256");
        writer.WriteString("kid", key.Id);
    });

    private static string Body(string userId, string sessionId, DateTimeOffset expiresAt) => Encode(writer =>
    {
        writer.WriteString("userId", userId);
        writer.WriteString("sessionId", sessionId);
        writer.WriteNumber("exp", expiresAt.ToUnixTimeSeconds());
    });

    private KeyRing.Key? KeyOf(string header)
    {
        if (Decode(header) is not { } bytes) return null;
        using var document = JsonDocument.Parse(bytes, Strict);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object
            && Text(root, "alg") == "HS256"
            && (Text(root, "typ") is "JWT" || !root.TryGetProperty("typ", out _))
            && !root.TryGetProperty("crit", out _)
            && Text(root, "kid") is { } id
            ? keys.Find(id)
            : null;
    }

    private static bool IsSignedBy(KeyRing.Key key, string signed, string signature) =>
        Decode(signature) is { } bytes && CryptographicOperations.FixedTimeEquals(bytes, Sign(key, signed));

    private JwtClaims? ClaimsOf(string body)
    {
        if (Decode(body) is not { } bytes) return null;
        using var document = JsonDocument.Parse(bytes, Strict);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "userId") is not { Length: > 0 } userId) return null;

        var sessionId = Text(root, "sessionId");
        if (sessionId is null && root.TryGetProperty("sessionId", out _)) return null;

        var now = clock.GetUtcNow();
        if (Time(root, "exp") is not { } expiresAt || expiresAt <= now) return null;
        if (sessionId is null && expiresAt > now + LongestWithoutSession) return null;
        return IsAbsentOrPast(root, "iat", now) && IsAbsentOrPast(root, "nbf", now)
            ? new JwtClaims(userId, sessionId, expiresAt)
            : null;
    }

    private static bool IsAbsentOrPast(JsonElement root, string name, DateTimeOffset now) =>
        !root.TryGetProperty(name, out _) || (Time(root, name) is { } time && time <= now);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds >= 0
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static byte[] Sign(KeyRing.Key key, string text) =>
        HMACSHA256.HashData(key.Material, Encoding.UTF8.GetBytes(text));

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(stream.ToArray());
    }

    // Only the one canonical form: padding, white space and loose last bits would give one token many spellings.
    private static byte[]? Decode(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }
}
