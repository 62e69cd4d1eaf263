using System.Buffers;
using System.Runtime.CompilerServices;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// The bytes of one response in one contiguous, pooled array. Cleared and used again for the next response; not safe
/// for concurrent use.
/// </summary>
/// <remarks>
/// Contiguous so that a null that propagates can cut off what its parent has written so far
/// (<see href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors">6.4.4</see>), and so that a
/// transport knows the length before it sends the first byte.
/// </remarks>
public sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes;

    public ResponseBuffer(int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    }

    /// <summary>The bytes there is room for without renting a larger array.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next write, clearing or disposal.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <inheritdoc cref="WrittenMemory"/>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    /// <summary>Counts bytes that were put into the span of <see cref="GetSpan"/> as written.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        EnsureRoom(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Forgets everything from <paramref name="length"/> on.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Forgets everything and keeps the array, for the next response.</summary>
    public void Clear() => Length = 0;

    /// <summary>Gives the array back to the pool. The buffer can be used again and then rents a new one.</summary>
    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Room for <paramref name="size"/> bytes that <see cref="AdvanceUnchecked"/> then counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Reserve(int size)
    {
        EnsureRoom(size);
        return _bytes.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AdvanceUnchecked(int count) => Length += count;

    internal void WriteByte(byte value)
    {
        EnsureRoom(1);
        _bytes[Length++] = value;
    }

    /// <summary>Replaces a byte that was written earlier.</summary>
    internal void Patch(int position, byte value) => _bytes[position] = value;

    /// <summary>
    /// Moves what stands from <paramref name="position"/> on and puts <paramref name="bytes"/> before it.
    /// </summary>
    internal void Insert(int position, ReadOnlySpan<byte> bytes)
    {
        EnsureRoom(bytes.Length);
        _bytes.AsSpan(position, Length - position).CopyTo(_bytes.AsSpan(position + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(position));
        Length += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EnsureRoom(int size)
    {
        // IBufferWriter promises a non-empty span for the hint 0.
        if (_bytes.Length - Length < Math.Max(size, 1)) Grow(size);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        var wanted = Math.Max(Length + (long)Math.Max(size, 256), Math.Min(_bytes.Length * 2L, Array.MaxLength));
        if (wanted > Array.MaxLength) throw new InvalidOperationException("A response cannot exceed 2 GiB.");

        var larger = ArrayPool<byte>.Shared.Rent((int)wanted);
        _bytes.AsSpan(0, Length).CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
