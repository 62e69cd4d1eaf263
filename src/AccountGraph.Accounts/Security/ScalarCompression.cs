using System.Numerics;
using System.Runtime.CompilerServices;

namespace AccountGraph.Accounts.Security;

/// <summary>For every processor.</summary>
internal readonly unsafe struct ScalarCompression : IArgon2Compression
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Compress(ulong* previous, ulong* reference, ulong* target, bool addsToTarget)
    {
        var z = stackalloc ulong[Argon2.BlockWords];
        for (var i = 0; i < Argon2.BlockWords; i++)
        {
            z[i] = previous[i] ^ reference[i];
            target[i] = addsToTarget ? target[i] ^ z[i] : z[i];
        }

        for (var row = 0; row < 8; row++) Permute(z + (16 * row), 2);
        for (var column = 0; column < 8; column++) Permute(z + (2 * column), 16);
        for (var i = 0; i < Argon2.BlockWords; i++) target[i] ^= z[i];
    }

    // The permutation P of §3.6 on eight pairs of words, the given distance apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Permute(ulong* z, int distance)
    {
        var (v0, v1) = (z[0], z[1]);
        var (v2, v3) = (z[distance], z[distance + 1]);
        var (v4, v5) = (z[2 * distance], z[(2 * distance) + 1]);
        var (v6, v7) = (z[3 * distance], z[(3 * distance) + 1]);
        var (v8, v9) = (z[4 * distance], z[(4 * distance) + 1]);
        var (v10, v11) = (z[5 * distance], z[(5 * distance) + 1]);
        var (v12, v13) = (z[6 * distance], z[(6 * distance) + 1]);
        var (v14, v15) = (z[7 * distance], z[(7 * distance) + 1]);

        Mix(ref v0, ref v4, ref v8, ref v12);
        Mix(ref v1, ref v5, ref v9, ref v13);
        Mix(ref v2, ref v6, ref v10, ref v14);
        Mix(ref v3, ref v7, ref v11, ref v15);
        Mix(ref v0, ref v5, ref v10, ref v15);
        Mix(ref v1, ref v6, ref v11, ref v12);
        Mix(ref v2, ref v7, ref v8, ref v13);
        Mix(ref v3, ref v4, ref v9, ref v14);

        (z[0], z[1]) = (v0, v1);
        (z[distance], z[distance + 1]) = (v2, v3);
        (z[2 * distance], z[(2 * distance) + 1]) = (v4, v5);
        (z[3 * distance], z[(3 * distance) + 1]) = (v6, v7);
        (z[4 * distance], z[(4 * distance) + 1]) = (v8, v9);
        (z[5 * distance], z[(5 * distance) + 1]) = (v10, v11);
        (z[6 * distance], z[(6 * distance) + 1]) = (v12, v13);
        (z[7 * distance], z[(7 * distance) + 1]) = (v14, v15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref ulong a, ref ulong b, ref ulong c, ref ulong d)
    {
        a = AddAndMultiply(a, b);
        d = BitOperations.RotateRight(d ^ a, 32);
        c = AddAndMultiply(c, d);
        b = BitOperations.RotateRight(b ^ c, 24);
        a = AddAndMultiply(a, b);
        d = BitOperations.RotateRight(d ^ a, 16);
        c = AddAndMultiply(c, d);
        b = BitOperations.RotateRight(b ^ c, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddAndMultiply(ulong a, ulong b) => a + b + (2 * (ulong)(uint)a * (uint)b);
}
