using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace AccountGraph.Accounts.Security;

/// <summary>Codes of authenticator apps: RFC 4226 and 6238 with SHA-1, six digits and steps of 30 seconds, which is
/// what every app understands.</summary>
public static class Totp
{
    public const int StepSeconds = 30;
    private const int SeedBytes = 64;
    private const int Digits = 6;

    /// <summary>A new seed in base32, 103 characters.</summary>
    public static Secret NewSeed()
    {
        Span<byte> seed = stackalloc byte[SeedBytes];
        RandomNumberGenerator.Fill(seed);
        var text = Base32.Encode(seed);
        CryptographicOperations.ZeroMemory(seed);
        return new Secret(text);
    }

    /// <summary>The step the code belongs to, or null when it is wrong. Steps up to <paramref name="lastStep"/> are
    /// refused: store the answer as the next last step with a guarded write, and a code works once.</summary>
    public static long? AcceptedStep(Secret seed, string code, DateTimeOffset now, int window, long lastStep)
    {
        if (Base32.Decode(seed.Reveal()) is not { Length: > 0 } key) return null;

        var present = StepAt(now);
        long? accepted = null;
        // Every step is compared, found or not, so that the time tells nothing about which one fitted.
        for (var step = present - window; step <= present + window; step++)
        {
            var isRight = Secrets.AreEqual(Hotp(key, step, Digits), code);
            if (isRight && step > lastStep) accepted ??= step;
        }

        CryptographicOperations.ZeroMemory(key);
        return accepted;
    }

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>What the app reads from the picture. Colons part issuer and account; both lose theirs.</summary>
    [SuppressMessage("Design", "CA1055", Justification = "It is shown and drawn, never followed.")]
    public static string ProvisioningUri(string issuer, string account, Secret seed)
    {
        var name = WithoutColons(issuer);
        var label = Uri.EscapeDataString($"{name}:{WithoutColons(account)}");
        return $"otpauth://totp/{label}?issuer={Uri.EscapeDataString(name)}&secret={seed.Reveal()}";
    }

    internal static string Hotp(ReadOnlySpan<byte> key, long counter, int digits)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HashSha1(key, message, mac);

        // RFC 4226 §5.3: the last four bits choose where to read 31 bits.
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 0xF)..]) & 0x7FFF_FFFF;
        var modulus = 1u;
        for (var i = 0; i < digits; i++) modulus *= 10;
        return (number % modulus).ToString("D" + digits, CultureInfo.InvariantCulture);
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default; HMAC needs no collision resistance.")]
    private static void HashSha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> mac) =>
        HMACSHA1.HashData(key, message, mac);

    private static string WithoutColons(string text) => text.Replace(":", "", StringComparison.Ordinal);
}
