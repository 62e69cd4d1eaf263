using System.Runtime.InteropServices;

namespace AccountGraph.Accounts.Security;

/// <summary>The memory of one hash after another, on one thread, counted in blocks of Argon2. Kept between hashes:
/// faulting fresh pages in costs as much as half of the hashing. Native, so that the garbage collector neither
/// moves nor copies it.</summary>
internal sealed unsafe class HashingMemory(int keptBlocks) : IDisposable
{
    private const int CacheLineBytes = 64;

    private ulong* _blocks;
    private int _capacity;

    /// <summary>At least as many blocks as asked for. Give them back by <see cref="Return"/>.</summary>
    public ulong* Rent(int blocks)
    {
        if (_capacity >= blocks) return _blocks;
        Free();
        _blocks = (ulong*)NativeMemory.AlignedAlloc(SizeOf(blocks), CacheLineBytes);
        _capacity = blocks;
        return _blocks;
    }

    /// <summary>Clears what was used. Memory beyond the usual size, taken for an imported hash, goes back to the
    /// system.</summary>
    public void Return(int blocks)
    {
        NativeMemory.Clear(_blocks, SizeOf(blocks));
        if (_capacity > keptBlocks) Free();
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    ~HashingMemory() => Free();

    private void Free()
    {
        NativeMemory.AlignedFree(_blocks);
        _blocks = null;
        _capacity = 0;
    }

    private static nuint SizeOf(int blocks) => (nuint)blocks * Argon2.BlockBytes;
}
