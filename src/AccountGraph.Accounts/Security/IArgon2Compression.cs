namespace AccountGraph.Accounts.Security;

/// <summary>The compression function G of RFC 9106 §3.5, once for each instruction set. Implemented by structs, so
/// that the filling loop is compiled for each without a call in between.</summary>
internal unsafe interface IArgon2Compression
{
    /// <summary>Writes G(previous, reference) to the target, or with <paramref name="addsToTarget"/> XORs it in.
    /// The target may be the reference, not the previous.</summary>
    static abstract void Compress(ulong* previous, ulong* reference, ulong* target, bool addsToTarget);
}
