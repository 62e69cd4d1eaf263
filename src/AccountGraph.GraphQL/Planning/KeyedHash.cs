using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// A 64-bit hash of bytes under a random key: multiplies 16 bytes at a time to 128 bits and folds the halves.
/// </summary>
/// <remarks>
/// Not cryptographic, but its collisions cannot be computed without the key. Most of what finding a known document
/// takes is this and the comparison of its bytes (PrepareBenchmarks.PrepareKnown).
/// </remarks>
internal sealed class KeyedHash
{
    private readonly ulong _key1;
    private readonly ulong _key2;

    public KeyedHash()
    {
        Span<ulong> keys = stackalloc ulong[2];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(keys));
        // Odd, so that a factor is never zero.
        (_key1, _key2) = (keys[0] | 1, keys[1] | 1);
    }

    public ulong Compute(ReadOnlySpan<byte> bytes)
    {
        var hash = Fold((ulong)bytes.Length ^ _key1, _key2);
        while (bytes.Length >= 16)
        {
            hash = Fold(Word(bytes) ^ _key1, Word(bytes[8..]) ^ hash);
            bytes = bytes[16..];
        }

        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        bytes.CopyTo(rest);
        return Fold(Word(rest) ^ _key2, Word(rest[8..]) ^ hash);
    }

    private static ulong Word(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<ulong>(bytes);

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
