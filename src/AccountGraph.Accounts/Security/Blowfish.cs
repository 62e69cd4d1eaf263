using System.Buffers.Binary;
using System.Numerics;

namespace AccountGraph.Accounts.Security;

/// <summary>The Blowfish cipher with the key schedule of bcrypt, which mixes in a salt.</summary>
internal sealed class Blowfish
{
    private const int Rounds = 16;
    private const int SubkeyCount = Rounds + 2;
    private const int BoxWords = 4 * 256;

    // Subkeys and boxes start as the fraction of pi, which is quicker computed than copied without a mistake.
    private static readonly Lazy<uint[]> Pi = new(FractionOfPi);

    private readonly uint[] _subkeys = Pi.Value[..SubkeyCount];
    private readonly uint[] _boxes = Pi.Value[SubkeyCount..];

    public void ExpandKey(ReadOnlySpan<uint> salt, ReadOnlySpan<byte> key)
    {
        var at = 0;
        for (var i = 0; i < SubkeyCount; i++)
        {
            var word = 0u;
            for (var j = 0; j < sizeof(uint); j++)
            {
                word = (word << 8) | key[at];
                at = at + 1 == key.Length ? 0 : at + 1;
            }

            _subkeys[i] ^= word;
        }

        var left = 0u;
        var right = 0u;
        var saltAt = 0;
        Refill(_subkeys, salt, ref left, ref right, ref saltAt);
        Refill(_boxes, salt, ref left, ref right, ref saltAt);
    }

    public void Encrypt(ref uint left, ref uint right)
    {
        var subkeys = _subkeys;
        var boxes = _boxes;
        for (var round = 0; round < Rounds; round += 2)
        {
            left ^= subkeys[round];
            right ^= Substitute(boxes, left);
            right ^= subkeys[round + 1];
            left ^= Substitute(boxes, right);
        }

        (left, right) = (right ^ subkeys[Rounds + 1], left ^ subkeys[Rounds]);
    }

    public void Clear()
    {
        Array.Clear(_subkeys);
        Array.Clear(_boxes);
    }

    private void Refill(uint[] words, ReadOnlySpan<uint> salt, ref uint left, ref uint right, ref int saltAt)
    {
        for (var i = 0; i < words.Length; i += 2)
        {
            left ^= salt[saltAt];
            right ^= salt[saltAt + 1];
            saltAt = (saltAt + 2) % salt.Length;
            Encrypt(ref left, ref right);
            words[i] = left;
            words[i + 1] = right;
        }
    }

    private static uint Substitute(uint[] boxes, uint word) =>
        ((boxes[word >> 24] + boxes[256 + ((word >> 16) & 0xFF)]) ^ boxes[512 + ((word >> 8) & 0xFF)])
        + boxes[768 + (word & 0xFF)];

    // Machin's formula, with some bits more than needed against rounding.
    private static uint[] FractionOfPi()
    {
        const int bits = 32 * (SubkeyCount + BoxWords);
        const int guard = 64;
        var one = BigInteger.One << (bits + guard);
        var pi = (16 * ArcTangentOfInverse(5, one)) - (4 * ArcTangentOfInverse(239, one));
        var bytes = ((pi - (3 * one)) >> guard).ToByteArray(isUnsigned: true, isBigEndian: true);

        var words = new uint[SubkeyCount + BoxWords];
        for (var i = 0; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * 4));
        return words;
    }

    private static BigInteger ArcTangentOfInverse(int x, BigInteger one)
    {
        var power = one / x;
        var sum = power;
        for (var n = 3; !power.IsZero; n += 2)
        {
            power = -power / (x * x);
            sum += power / n;
        }

        return sum;
    }
}
