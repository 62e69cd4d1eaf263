using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace AccountGraph.Accounts.Security;

/// <summary>Argon2 version 1.3 (RFC 9106) in managed code. The letters are the RFC's: p lanes of q blocks are
/// filled in t passes of four slices.</summary>
internal static unsafe class Argon2
{
    public const int BlockBytes = 1024;
    public const int BlockWords = BlockBytes / sizeof(ulong);

    private const int Version = 0x13;
    private const int Slices = 4;
    private const int SeedBytes = 64;

    public static Argon2InstructionSet BestInstructionSet =>
        Avx512F.IsSupported ? Argon2InstructionSet.Avx512
        : Avx2.IsSupported ? Argon2InstructionSet.Avx2
        : Argon2InstructionSet.Scalar;

    public static void Hash(
        Argon2Parameters parameters, Argon2Inputs inputs, Span<byte> tag, HashingMemory memory) =>
        Hash(parameters, inputs, tag, memory, BestInstructionSet);

    public static void Hash(
        Argon2Parameters parameters,
        Argon2Inputs inputs,
        Span<byte> tag,
        HashingMemory memory,
        Argon2InstructionSet instructionSet)
    {
        if (!parameters.AreAllowed) throw new ArgumentOutOfRangeException(nameof(parameters), parameters, null);

        var blocks = memory.Rent(parameters.Blocks);
        try
        {
            WriteFirstBlocks(parameters, inputs, tag.Length, blocks);
            switch (instructionSet)
            {
                case Argon2InstructionSet.Avx512: Fill<Avx512Compression>(parameters, blocks); break;
                case Argon2InstructionSet.Avx2: Fill<Avx2Compression>(parameters, blocks); break;
                case Argon2InstructionSet.Scalar: Fill<ScalarCompression>(parameters, blocks); break;
            }

            ReadTag(parameters, blocks, tag);
        }
        finally
        {
            memory.Return(parameters.Blocks);
        }
    }

    // H0 and the first two blocks of each lane, §3.2 steps 1, 3 and 4.
    private static void WriteFirstBlocks(
        Argon2Parameters parameters, Argon2Inputs inputs, int tagLength, ulong* blocks)
    {
        Span<byte> seed = stackalloc byte[SeedBytes + 8];
        HashInputs(parameters, inputs, tagLength, seed[..SeedBytes]);
        for (var lane = 0; lane < parameters.Lanes; lane++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(seed[(SeedBytes + 4)..], lane);
            for (var column = 0; column < 2; column++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(seed[SeedBytes..], column);
                var block = BytesOf(Block(parameters, blocks, lane, column));
                HashToLength(seed, block);
                ReverseWordsOnBigEndian(block);
            }
        }

        seed.Clear();
    }

    private static void HashInputs(Argon2Parameters parameters, Argon2Inputs inputs, int tagLength, Span<byte> seed)
    {
        Span<byte> numbers = stackalloc byte[24];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, parameters.Lanes);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], tagLength);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[8..], parameters.MemoryKiB);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[12..], parameters.Iterations);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[16..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[20..], (int)parameters.Variant);

        var hash = new Blake2b(SeedBytes);
        hash.Append(numbers);
        AppendWithLength(ref hash, inputs.Password);
        AppendWithLength(ref hash, inputs.Salt);
        AppendWithLength(ref hash, inputs.Key);
        AppendWithLength(ref hash, inputs.AssociatedData);
        hash.Finish(seed);
    }

    private static void AppendWithLength(ref Blake2b hash, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        hash.Append(length);
        hash.Append(data);
    }

    // H' of §3.3: BLAKE2b chained to any length.
    internal static void HashToLength(ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, output.Length);
        if (output.Length <= Blake2b.MaximumDigestBytes)
        {
            Blake2b.Hash(length, input, output);
            return;
        }

        Span<byte> link = stackalloc byte[Blake2b.MaximumDigestBytes];
        Blake2b.Hash(length, input, link);
        while (true)
        {
            link[..32].CopyTo(output);
            output = output[32..];
            if (output.Length <= Blake2b.MaximumDigestBytes) break;
            Blake2b.Hash(link, [], link);
        }

        Blake2b.Hash(link, [], output);
        link.Clear();
    }

    private static void Fill<TCompression>(Argon2Parameters parameters, ulong* blocks)
        where TCompression : struct, IArgon2Compression
    {
        for (var pass = 0; pass < parameters.Iterations; pass++)
        {
            for (var slice = 0; slice < Slices; slice++)
            {
                for (var lane = 0; lane < parameters.Lanes; lane++)
                {
                    FillSegment<TCompression>(parameters, blocks, new Argon2Position(pass, lane, slice));
                }
            }
        }
    }

    private static void FillSegment<TCompression>(
        Argon2Parameters parameters, ulong* blocks, Argon2Position position)
        where TCompression : struct, IArgon2Compression
    {
        var scratch = stackalloc ulong[Argon2Addresses<TCompression>.ScratchWords];
        var addresses = new Argon2Addresses<TCompression>(parameters, position, scratch);
        var isIndependent = Argon2Addresses<TCompression>.AreUsed(parameters.Variant, position);

        // The first two blocks of each lane came from the inputs.
        var start = position is { Pass: 0, Slice: 0 } ? 2 : 0;
        for (var index = start; index < parameters.SegmentBlocks; index++)
        {
            var column = (position.Slice * parameters.SegmentBlocks) + index;
            var before = column == 0 ? parameters.LaneBlocks - 1 : column - 1;
            var previous = Block(parameters, blocks, position.Lane, before);
            var random = isIndependent ? addresses.At(index) : *previous;

            var (lane, reference) = ReferenceOf(parameters, position, index, random);
            TCompression.Compress(
                previous,
                Block(parameters, blocks, lane, reference),
                Block(parameters, blocks, position.Lane, column),
                addsToTarget: position.Pass > 0);
        }
    }

    // §3.4.2: which block the random word points to.
    private static (int Lane, int Column) ReferenceOf(
        Argon2Parameters parameters, Argon2Position position, int index, ulong random)
    {
        var isFirstSlice = position is { Pass: 0, Slice: 0 };
        var lane = isFirstSlice ? position.Lane : (int)((uint)(random >> 32) % (uint)parameters.Lanes);
        var finished = position.Pass == 0
            ? position.Slice * parameters.SegmentBlocks
            : parameters.LaneBlocks - parameters.SegmentBlocks;

        // In its own lane a block sees what this segment has written, except the block just before. In other
        // lanes it sees finished slices, at a segment's start without their last block.
        var window = lane == position.Lane ? finished + index - 1 : index == 0 ? finished - 1 : finished;

        // Later blocks are likelier.
        var square = (ulong)(uint)random * (uint)random >> 32;
        var back = (long)((ulong)window * square >> 32);
        var relative = window - 1 - back;

        var first = position.Pass == 0 || position.Slice == Slices - 1
            ? 0
            : (position.Slice + 1) * parameters.SegmentBlocks;
        return (lane, (int)((first + relative) % parameters.LaneBlocks));
    }

    private static void ReadTag(Argon2Parameters parameters, ulong* blocks, Span<byte> tag)
    {
        var last = BytesOf(Block(parameters, blocks, 0, parameters.LaneBlocks - 1));
        for (var lane = 1; lane < parameters.Lanes; lane++)
        {
            var other = BytesOf(Block(parameters, blocks, lane, parameters.LaneBlocks - 1));
            for (var i = 0; i < BlockBytes; i++) last[i] ^= other[i];
        }

        ReverseWordsOnBigEndian(last);
        HashToLength(last, tag);
    }

    private static ulong* Block(Argon2Parameters parameters, ulong* blocks, int lane, int column) =>
        blocks + (((nint)lane * parameters.LaneBlocks) + column) * BlockWords;

    private static Span<byte> BytesOf(ulong* block) => new(block, BlockBytes);

    private static void ReverseWordsOnBigEndian(Span<byte> block)
    {
        if (BitConverter.IsLittleEndian) return;
        var words = MemoryMarshal.Cast<byte, ulong>(block);
        BinaryPrimitives.ReverseEndianness(words, words);
    }
}
