using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AccountGraph.Gateway.Tests;

/// <summary>An authenticator app (RFC 6238), written apart from the server's.</summary>
public static class TestAuthenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps implement it uses SHA-1.")]
    public static string CodeAt(string seed, DateTimeOffset time)
    {
        var message = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, time.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(Decode(seed), message);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return $"{number % 1_000_000:000000}";
    }

    private static byte[] Decode(string seed)
    {
        var bits = string.Concat(seed.Select(letter => $"{Alphabet.IndexOf(letter):b5}"));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }
}
