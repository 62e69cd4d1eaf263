using System.Security.Cryptography;
using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>The current key and those before it, each with an id that says which one was used.</summary>
public sealed class KeyRing
{
    public const int MinimumKeyBytes = 32;

    private readonly Key[] _keys;

    private KeyRing(Key[] keys) => _keys = keys;

    internal Key Current => _keys[0];

    internal IReadOnlyList<Key> All => _keys;

    public static KeyRing From(string current, params IEnumerable<string> older)
    {
        var keys = older.Prepend(current).Select(text => Encoding.UTF8.GetBytes(text)).ToArray();
        if (keys.Any(key => key.Length < MinimumKeyBytes))
        {
            throw new ArgumentException($"A key has at least {MinimumKeyBytes} bytes.", nameof(current));
        }

        return new KeyRing([.. keys.Select(key => new Key(IdOf(key), key)).DistinctBy(key => key.Id)]);
    }

    internal Key? Find(ReadOnlySpan<char> id)
    {
        foreach (var key in _keys)
        {
            if (id.SequenceEqual(key.Id)) return key;
        }

        return null;
    }

    /// <summary>A ring of other keys under the same ids, so that one setting serves several purposes and none
    /// of them weakens another.</summary>
    internal KeyRing DeriveFor(string purpose) => new([.. _keys.Select(key => key with
    {
        Material = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Material, 32, info: Encoding.UTF8.GetBytes(purpose)),
    })]);

    // Taken from the key by a one-way function: nothing to configure, and nothing of the key shows.
    private static string IdOf(byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, "accountgraph key id"u8).AsSpan(0, 4));

    internal sealed record Key(string Id, byte[] Material)
    {
        public override string ToString() => Id;
    }
}
