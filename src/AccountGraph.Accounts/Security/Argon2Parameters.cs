namespace AccountGraph.Accounts.Security;

internal readonly record struct Argon2Parameters(Argon2Variant Variant, int MemoryKiB, int Iterations, int Lanes)
{
    // What an imported hash may ask for at most, so that one row cannot take the machine.
    public const int MaximumMemoryKiB = 1024 * 1024;
    public const int MaximumIterations = 64;
    public const int MaximumLanes = 64;

    private const int SlicesPerLane = 4;

    public bool AreAllowed =>
        Lanes is >= 1 and <= MaximumLanes
        && Iterations is >= 1 and <= MaximumIterations
        && MemoryKiB >= 8 * Lanes
        && MemoryKiB <= MaximumMemoryKiB;

    // Internal, so that printing a record that is not allowed does not divide by zero.

    /// <summary>Blocks of one slice of one lane; memory that does not divide evenly is left unused.</summary>
    internal int SegmentBlocks => MemoryKiB / (SlicesPerLane * Lanes);

    internal int LaneBlocks => SegmentBlocks * SlicesPerLane;

    internal int Blocks => LaneBlocks * Lanes;
}
