using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AccountGraph.Accounts.Security;

/// <summary>Verifies passwords hashed by bcrypt elsewhere. It looks at the first 72 bytes only, so nothing new is
/// stored by it.</summary>
internal static class Bcrypt
{
    private const string Alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int TextLength = 60;
    private const int SaltBytes = 16;
    private const int HashBytes = 23;
    private const int MaximumPasswordBytes = 72;
    private const int MinimumCost = 4;

    // Each step doubles the work; 16 takes seconds.
    private const int MaximumCost = 16;

    /// <summary>Null when the text is not a bcrypt hash, or one that would cost too much.</summary>
    public static bool? Matches(ReadOnlySpan<byte> password, string stored)
    {
        if (stored.Length != TextLength || stored[6] != '$') return null;
        if (stored.AsSpan(0, 4) is not ("$2a$" or "$2b$" or "$2y$")) return null;
        if (!int.TryParse(stored.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var cost)
            || cost is < MinimumCost or > MaximumCost)
        {
            return null;
        }

        if (Decode(stored.AsSpan(7, 22), SaltBytes) is not { } salt) return null;
        if (Decode(stored.AsSpan(29), HashBytes) is not { } expected) return null;

        Span<byte> hash = stackalloc byte[HashBytes + 1];
        Hash(password, salt, cost, hash);
        return CryptographicOperations.FixedTimeEquals(hash[..HashBytes], expected);
    }

    private static void Hash(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int cost, Span<byte> hash)
    {
        // The key is a C string: up to the first zero byte, which belongs to it.
        var end = password.IndexOf((byte)0);
        if (end >= 0) password = password[..end];
        Span<byte> key = stackalloc byte[Math.Min(password.Length + 1, MaximumPasswordBytes)];
        key.Clear();
        password[..Math.Min(password.Length, key.Length)].CopyTo(key);

        Span<uint> words = stackalloc uint[SaltBytes / sizeof(uint)];
        for (var i = 0; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt32BigEndian(salt[(i * 4)..]);
        ReadOnlySpan<uint> nothing = [0, 0];

        var cipher = new Blowfish();
        cipher.ExpandKey(words, key);
        for (var round = 0; round < 1 << cost; round++)
        {
            cipher.ExpandKey(nothing, key);
            cipher.ExpandKey(nothing, salt);
        }

        WriteDigest(cipher, hash);
        cipher.Clear();
        CryptographicOperations.ZeroMemory(key);
    }

    private static void WriteDigest(Blowfish cipher, Span<byte> hash)
    {
        var text = "OrpheanBeholderScryDoubt"u8;
        for (var at = 0; at < hash.Length; at += 8)
        {
            var left = BinaryPrimitives.ReadUInt32BigEndian(text[at..]);
            var right = BinaryPrimitives.ReadUInt32BigEndian(text[(at + 4)..]);
            for (var i = 0; i < 64; i++) cipher.Encrypt(ref left, ref right);
            BinaryPrimitives.WriteUInt32BigEndian(hash[at..], left);
            BinaryPrimitives.WriteUInt32BigEndian(hash[(at + 4)..], right);
        }
    }

    // Base64 with an alphabet and an order of its own.
    private static byte[]? Decode(ReadOnlySpan<char> text, int length)
    {
        var bytes = new byte[length];
        var at = 0;
        var buffer = 0;
        var bits = 0;
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0) return null;
            buffer = ((buffer << 6) | value) & 0xFFFF;
            bits += 6;
            if (bits < 8 || at == length) continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
        }

        return bytes;
    }
}
