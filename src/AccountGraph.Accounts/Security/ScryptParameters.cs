namespace AccountGraph.Accounts.Security;

/// <summary>N, r and p of RFC 7914; the first as its logarithm.</summary>
internal readonly record struct ScryptParameters(int LogCost, int BlockSize, int Parallelism)
{
    private const int MaximumLogCost = 20;
    private const int MaximumBlockSize = 32;
    private const int MaximumParallelism = 16;
    private const long MaximumBytes = 1L << 30;

    public bool AreAllowed =>
        LogCost is >= 1 and <= MaximumLogCost
        && BlockSize is >= 1 and <= MaximumBlockSize
        && Parallelism is >= 1 and <= MaximumParallelism
        && ((long)BlockBytes << LogCost) <= MaximumBytes;

    public int BlockBytes => 128 * BlockSize;
}
