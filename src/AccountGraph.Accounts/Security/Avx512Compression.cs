using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AccountGraph.Accounts.Security;

/// <summary>Two rows or two columns at a time, otherwise like <see cref="Avx2Compression"/>.</summary>
internal readonly unsafe struct Avx512Compression : IArgon2Compression
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Compress(ulong* previous, ulong* reference, ulong* target, bool addsToTarget)
    {
        var z = stackalloc ulong[Argon2.BlockWords];
        for (var i = 0; i < Argon2.BlockWords; i += 8)
        {
            var value = Vector512.Load(previous + i) ^ Vector512.Load(reference + i);
            (addsToTarget ? value ^ Vector512.Load(target + i) : value).Store(target + i);
            value.Store(z + i);
        }

        PermuteRows(z);
        PermuteColumns(z, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PermuteRows(ulong* z)
    {
        // Within each half of four words: one, two and three words on.
        var one = Vector512.Create(1UL, 2, 3, 0, 5, 6, 7, 4);
        var two = Vector512.Create(2UL, 3, 0, 1, 6, 7, 4, 5);
        var three = Vector512.Create(3UL, 0, 1, 2, 7, 4, 5, 6);
        for (var i = 0; i < Argon2.BlockWords; i += 32)
        {
            var a = Gather(z + i);
            var b = Gather(z + i + 4);
            var c = Gather(z + i + 8);
            var d = Gather(z + i + 12);
            Permute(ref a, ref b, ref c, ref d, one, two, three);
            Scatter(z + i, a);
            Scatter(z + i + 4, b);
            Scatter(z + i + 8, c);
            Scatter(z + i + 12, d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PermuteColumns(ulong* z, ulong* target)
    {
        // One column has the words 0, 1, 4, 5, the other 2, 3, 6, 7: that is how they lie in memory.
        var one = Vector512.Create(1UL, 4, 3, 6, 5, 0, 7, 2);
        var two = Vector512.Create(4UL, 5, 6, 7, 0, 1, 2, 3);
        var three = Vector512.Create(5UL, 0, 7, 2, 1, 4, 3, 6);
        for (var i = 0; i < 16; i += 4)
        {
            var a = Gather(z + i);
            var b = Gather(z + i + 32);
            var c = Gather(z + i + 64);
            var d = Gather(z + i + 96);
            Permute(ref a, ref b, ref c, ref d, one, two, three);
            Scatter(target + i, Gather(target + i) ^ a);
            Scatter(target + i + 32, Gather(target + i + 32) ^ b);
            Scatter(target + i + 64, Gather(target + i + 64) ^ c);
            Scatter(target + i + 96, Gather(target + i + 96) ^ d);
        }
    }

    // Four words of one row of the block and of the next.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Gather(ulong* z) => Vector512.Create(Vector256.Load(z), Vector256.Load(z + 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(ulong* z, Vector512<ulong> value)
    {
        value.GetLower().Store(z);
        value.GetUpper().Store(z + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Permute(
        ref Vector512<ulong> a,
        ref Vector512<ulong> b,
        ref Vector512<ulong> c,
        ref Vector512<ulong> d,
        Vector512<ulong> one,
        Vector512<ulong> two,
        Vector512<ulong> three)
    {
        Mix(ref a, ref b, ref c, ref d);
        b = Avx512F.PermuteVar8x64(b, one);
        c = Avx512F.PermuteVar8x64(c, two);
        d = Avx512F.PermuteVar8x64(d, three);
        Mix(ref a, ref b, ref c, ref d);
        b = Avx512F.PermuteVar8x64(b, three);
        c = Avx512F.PermuteVar8x64(c, two);
        d = Avx512F.PermuteVar8x64(d, one);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(
        ref Vector512<ulong> a, ref Vector512<ulong> b, ref Vector512<ulong> c, ref Vector512<ulong> d)
    {
        a = AddAndMultiply(a, b);
        d = Avx512F.RotateRight(d ^ a, 32);
        c = AddAndMultiply(c, d);
        b = Avx512F.RotateRight(b ^ c, 24);
        a = AddAndMultiply(a, b);
        d = Avx512F.RotateRight(d ^ a, 16);
        c = AddAndMultiply(c, d);
        b = Avx512F.RotateRight(b ^ c, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> AddAndMultiply(Vector512<ulong> a, Vector512<ulong> b)
    {
        var product = Avx512F.Multiply(a.AsUInt32(), b.AsUInt32());
        return a + b + product + product;
    }
}
