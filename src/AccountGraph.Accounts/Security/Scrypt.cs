using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace AccountGraph.Accounts.Security;

/// <summary>scrypt (RFC 7914), to verify passwords hashed elsewhere.</summary>
internal static unsafe class Scrypt
{
    // Of the Salsa20/8 core: 64 bytes.
    private const int CoreWords = 16;

    public static void Hash(
        ScryptParameters parameters,
        ReadOnlySpan<byte> password,
        ReadOnlySpan<byte> salt,
        Span<byte> tag,
        HashingMemory memory)
    {
        if (!parameters.AreAllowed) throw new ArgumentOutOfRangeException(nameof(parameters), parameters, null);

        var mixed = new byte[parameters.BlockBytes * parameters.Parallelism];
        Rfc2898DeriveBytes.Pbkdf2(password, salt, mixed, iterations: 1, HashAlgorithmName.SHA256);
        for (var i = 0; i < parameters.Parallelism; i++)
        {
            Mix(parameters, mixed.AsSpan(i * parameters.BlockBytes, parameters.BlockBytes), memory);
        }

        Rfc2898DeriveBytes.Pbkdf2(password, mixed, tag, iterations: 1, HashAlgorithmName.SHA256);
        CryptographicOperations.ZeroMemory(mixed);
    }

    // scryptROMix, §5.
    private static void Mix(ScryptParameters parameters, Span<byte> bytes, HashingMemory memory)
    {
        var words = parameters.BlockBytes / sizeof(uint);
        var cost = 1 << parameters.LogCost;

        // The table, and behind it the block and room to mix it.
        var rented = (int)((((long)cost + 2) * parameters.BlockBytes + Argon2.BlockBytes - 1) / Argon2.BlockBytes);
        var table = (uint*)memory.Rent(rented);
        try
        {
            var block = new Span<uint>(table + ((long)cost * words), words);
            var room = new Span<uint>(table + (((long)cost + 1) * words), words);
            for (var i = 0; i < words; i++) block[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]);

            for (var i = 0; i < cost; i++)
            {
                block.CopyTo(new Span<uint>(table + ((long)i * words), words));
                MixBlock(block, room);
            }

            for (var i = 0; i < cost; i++)
            {
                var row = block[words - CoreWords] & (uint)(cost - 1);
                Xor(block, new Span<uint>(table + (row * words), words));
                MixBlock(block, room);
            }

            for (var i = 0; i < words; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * 4)..], block[i]);
        }
        finally
        {
            memory.Return(rented);
        }
    }

    // scryptBlockMix, §4: pieces of even number move to the first half.
    private static void MixBlock(Span<uint> block, Span<uint> room)
    {
        Span<uint> core = stackalloc uint[CoreWords];
        block[^CoreWords..].CopyTo(core);
        var pieces = block.Length / CoreWords;
        for (var i = 0; i < pieces; i++)
        {
            Xor(core, block.Slice(i * CoreWords, CoreWords));
            Salsa(core);
            core.CopyTo(room[(((i / 2) + (i % 2 * pieces / 2)) * CoreWords)..]);
        }

        room.CopyTo(block);
    }

    private static void Xor(Span<uint> target, ReadOnlySpan<uint> other)
    {
        var vectors = target.Length / Vector<uint>.Count * Vector<uint>.Count;
        for (var i = 0; i < vectors; i += Vector<uint>.Count)
        {
            (new Vector<uint>(target[i..]) ^ new Vector<uint>(other[i..])).CopyTo(target[i..]);
        }

        for (var i = vectors; i < target.Length; i++) target[i] ^= other[i];
    }

    // Salsa20/8, §3: columns, then rows, four times.
    private static void Salsa(Span<uint> core)
    {
        Span<uint> x = stackalloc uint[CoreWords];
        core.CopyTo(x);
        for (var round = 0; round < 4; round++)
        {
            Quarter(x, 0, 4, 8, 12);
            Quarter(x, 5, 9, 13, 1);
            Quarter(x, 10, 14, 2, 6);
            Quarter(x, 15, 3, 7, 11);
            Quarter(x, 0, 1, 2, 3);
            Quarter(x, 5, 6, 7, 4);
            Quarter(x, 10, 11, 8, 9);
            Quarter(x, 15, 12, 13, 14);
        }

        for (var i = 0; i < CoreWords; i++) core[i] += x[i];
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
