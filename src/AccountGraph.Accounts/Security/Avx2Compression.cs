using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AccountGraph.Accounts.Security;

/// <summary>One row or column at a time: its sixteen words are the rows of a 4 by 4 matrix in four vectors.</summary>
internal readonly unsafe struct Avx2Compression : IArgon2Compression
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Compress(ulong* previous, ulong* reference, ulong* target, bool addsToTarget)
    {
        var z = stackalloc ulong[Argon2.BlockWords];
        for (var i = 0; i < Argon2.BlockWords; i += 16)
        {
            var a = Take(previous, reference, target, i, addsToTarget);
            var b = Take(previous, reference, target, i + 4, addsToTarget);
            var c = Take(previous, reference, target, i + 8, addsToTarget);
            var d = Take(previous, reference, target, i + 12, addsToTarget);
            Permute(ref a, ref b, ref c, ref d);
            a.Store(z + i);
            b.Store(z + i + 4);
            c.Store(z + i + 8);
            d.Store(z + i + 12);
        }

        for (var i = 0; i < 16; i += 2)
        {
            var a = Gather(z + i);
            var b = Gather(z + i + 32);
            var c = Gather(z + i + 64);
            var d = Gather(z + i + 96);
            Permute(ref a, ref b, ref c, ref d);
            AddTo(target + i, a);
            AddTo(target + i + 32, b);
            AddTo(target + i + 64, c);
            AddTo(target + i + 96, d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Take(
        ulong* previous, ulong* reference, ulong* target, int at, bool addsToTarget)
    {
        var value = Vector256.Load(previous + at) ^ Vector256.Load(reference + at);
        (addsToTarget ? value ^ Vector256.Load(target + at) : value).Store(target + at);
        return value;
    }

    // Two neighbouring words of one row of the block and of the next.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Gather(ulong* z) => Vector256.Create(Vector128.Load(z), Vector128.Load(z + 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ulong* target, Vector256<ulong> value)
    {
        (Vector128.Load(target) ^ value.GetLower()).Store(target);
        (Vector128.Load(target + 16) ^ value.GetUpper()).Store(target + 16);
    }

    // Columns of the matrix, then its diagonals: each row is turned so that the diagonals stand upright.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Permute(
        ref Vector256<ulong> a, ref Vector256<ulong> b, ref Vector256<ulong> c, ref Vector256<ulong> d)
    {
        Mix(ref a, ref b, ref c, ref d);
        b = Avx2.Permute4x64(b, 0b00_11_10_01);
        c = Avx2.Permute4x64(c, 0b01_00_11_10);
        d = Avx2.Permute4x64(d, 0b10_01_00_11);
        Mix(ref a, ref b, ref c, ref d);
        b = Avx2.Permute4x64(b, 0b10_01_00_11);
        c = Avx2.Permute4x64(c, 0b01_00_11_10);
        d = Avx2.Permute4x64(d, 0b00_11_10_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(
        ref Vector256<ulong> a, ref Vector256<ulong> b, ref Vector256<ulong> c, ref Vector256<ulong> d)
    {
        // Rotations by whole bytes are shuffles; by 63 it is doubling with the top bit brought round.
        var by24 = Vector256.Create(Vector128.Create((byte)3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10));
        var by16 = Vector256.Create(Vector128.Create((byte)2, 3, 4, 5, 6, 7, 0, 1, 10, 11, 12, 13, 14, 15, 8, 9));

        a = AddAndMultiply(a, b);
        d = Avx2.Shuffle((d ^ a).AsUInt32(), 0b10_11_00_01).AsUInt64();
        c = AddAndMultiply(c, d);
        b = Avx2.Shuffle((b ^ c).AsByte(), by24).AsUInt64();
        a = AddAndMultiply(a, b);
        d = Avx2.Shuffle((d ^ a).AsByte(), by16).AsUInt64();
        c = AddAndMultiply(c, d);
        b ^= c;
        b = (b + b) | (b >>> 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> AddAndMultiply(Vector256<ulong> a, Vector256<ulong> b)
    {
        var product = Avx2.Multiply(a.AsUInt32(), b.AsUInt32());
        return a + b + product + product;
    }
}
