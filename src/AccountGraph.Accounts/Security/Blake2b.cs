using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace AccountGraph.Accounts.Security;

/// <summary>BLAKE2b without a key (RFC 7693), in pieces. Argon2 is built on it.</summary>
internal unsafe struct Blake2b
{
    public const int MaximumDigestBytes = 64;
    private const int BlockBytes = 128;

    private static ReadOnlySpan<ulong> Initial =>
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    // RFC 7693 §2.7; rounds 10 and 11 use the first two rows again.
    private static ReadOnlySpan<byte> Schedule =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
        7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
        2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
        13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
        10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
    ];

    private readonly int _digestBytes;
    private fixed ulong _state[8];
    private fixed byte _block[BlockBytes];
    private int _filled;
    private ulong _count;

    /// <param name="digestBytes">1 to 64; part of what is hashed.</param>
    public Blake2b(int digestBytes)
    {
        _digestBytes = digestBytes;
        Initial.CopyTo(State);
        State[0] ^= 0x0101_0000UL ^ (ulong)digestBytes;
    }

    [UnscopedRef]
    private Span<ulong> State => MemoryMarshal.CreateSpan(ref _state[0], 8);

    [UnscopedRef]
    private Span<byte> Block => MemoryMarshal.CreateSpan(ref _block[0], BlockBytes);

    public static void Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> digest)
    {
        var hash = new Blake2b(digest.Length);
        hash.Append(first);
        hash.Append(second);
        hash.Finish(digest);
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            // A full block waits until more follows: the last one is marked.
            if (_filled == BlockBytes)
            {
                _count += BlockBytes;
                Compress(isLast: false);
                _filled = 0;
            }

            var taken = Math.Min(BlockBytes - _filled, data.Length);
            data[..taken].CopyTo(Block[_filled..]);
            _filled += taken;
            data = data[taken..];
        }
    }

    /// <summary>Writes the digest and forgets what was hashed.</summary>
    public void Finish(Span<byte> digest)
    {
        Block[_filled..].Clear();
        _count += (ulong)_filled;
        Compress(isLast: true);

        Span<byte> full = stackalloc byte[MaximumDigestBytes];
        for (var i = 0; i < 8; i++) BinaryPrimitives.WriteUInt64LittleEndian(full[(i * 8)..], State[i]);
        full[.._digestBytes].CopyTo(digest);
        full.Clear();
        State.Clear();
        Block.Clear();
    }

    private void Compress(bool isLast)
    {
        Span<ulong> words = stackalloc ulong[16];
        for (var i = 0; i < 16; i++) words[i] = BinaryPrimitives.ReadUInt64LittleEndian(Block[(i * 8)..]);

        Span<ulong> v = stackalloc ulong[16];
        State.CopyTo(v);
        Initial.CopyTo(v[8..]);
        v[12] ^= _count;
        if (isLast) v[14] = ~v[14];

        for (var round = 0; round < 12; round++)
        {
            var order = Schedule.Slice(round % 10 * 16, 16);
            Mix(v, 0, 4, 8, 12, words[order[0]], words[order[1]]);
            Mix(v, 1, 5, 9, 13, words[order[2]], words[order[3]]);
            Mix(v, 2, 6, 10, 14, words[order[4]], words[order[5]]);
            Mix(v, 3, 7, 11, 15, words[order[6]], words[order[7]]);
            Mix(v, 0, 5, 10, 15, words[order[8]], words[order[9]]);
            Mix(v, 1, 6, 11, 12, words[order[10]], words[order[11]]);
            Mix(v, 2, 7, 8, 13, words[order[12]], words[order[13]]);
            Mix(v, 3, 4, 9, 14, words[order[14]], words[order[15]]);
        }

        for (var i = 0; i < 8; i++) State[i] ^= v[i] ^ v[i + 8];
        words.Clear();
        v.Clear();
    }

    private static void Mix(Span<ulong> v, int a, int b, int c, int d, ulong x, ulong y)
    {
        v[a] += v[b] + x;
        v[d] = BitOperations.RotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = BitOperations.RotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = BitOperations.RotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = BitOperations.RotateRight(v[b] ^ v[c], 63);
    }
}
