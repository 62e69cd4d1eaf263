namespace AccountGraph.Accounts.Security;

internal readonly ref struct Argon2Inputs(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt)
{
    public ReadOnlySpan<byte> Password { get; } = password;

    public ReadOnlySpan<byte> Salt { get; } = salt;

    /// <summary>K of RFC 9106; empty in everything this server stores.</summary>
    public ReadOnlySpan<byte> Key { get; init; }

    /// <summary>X of RFC 9106; empty in everything this server stores.</summary>
    public ReadOnlySpan<byte> AssociatedData { get; init; }
}
