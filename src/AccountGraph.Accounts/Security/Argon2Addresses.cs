namespace AccountGraph.Accounts.Security;

/// <summary>The random words of a segment where the order of memory accesses must not depend on the password:
/// made from a counter, 128 at a time (RFC 9106 §3.4.1.2).</summary>
internal readonly unsafe ref struct Argon2Addresses<TCompression>
    where TCompression : struct, IArgon2Compression
{
    /// <summary>Words of scratch memory that one needs.</summary>
    public const int ScratchWords = 3 * Argon2.BlockWords;

    private const int Counter = 6;

    private readonly ulong* _zero;
    private readonly ulong* _input;
    private readonly ulong* _addresses;

    public Argon2Addresses(Argon2Parameters parameters, Argon2Position position, ulong* scratch)
    {
        new Span<ulong>(scratch, ScratchWords).Clear();
        _zero = scratch;
        _input = scratch + Argon2.BlockWords;
        _addresses = scratch + (2 * Argon2.BlockWords);
        _input[0] = (ulong)position.Pass;
        _input[1] = (ulong)position.Lane;
        _input[2] = (ulong)position.Slice;
        _input[3] = (ulong)parameters.Blocks;
        _input[4] = (ulong)parameters.Iterations;
        _input[5] = (ulong)parameters.Variant;
    }

    public static bool AreUsed(Argon2Variant variant, Argon2Position position) => variant switch
    {
        Argon2Variant.I => true,
        Argon2Variant.D => false,
        Argon2Variant.Id => position is { Pass: 0, Slice: < 2 },
    };

    /// <summary>Asked in rising order, from 0 or, in the first segment, from 2.</summary>
    public ulong At(int index)
    {
        var isFirst = _input[Counter] == 0;
        if (isFirst || index % Argon2.BlockWords == 0)
        {
            _input[Counter]++;
            TCompression.Compress(_zero, _input, _addresses, addsToTarget: false);
            TCompression.Compress(_zero, _addresses, _addresses, addsToTarget: false);
        }

        return _addresses[index % Argon2.BlockWords];
    }
}
