using System.Security.Cryptography;
using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>Hashes codes that are short enough to be searched through: six digits, recovery codes. Keyed, so a
/// stolen table alone tells nothing; bound to purpose and user, so a code is useless anywhere else.</summary>
public sealed class CodeHasher(KeyRing keys)
{
    private const char Separator = '.';

    private readonly KeyRing _keys = keys.DeriveFor("accountgraph code hash v1");

    public string Hash(Secret code, string purpose, string userId) => Hash(_keys.Current, code, purpose, userId);

    /// <summary>Every form under which the code may be stored, one for each live key: to find it by value.</summary>
    public IReadOnlyList<string> HashesUnderAllKeys(Secret code, string purpose, string userId) =>
        [.. _keys.All.Select(key => Hash(key, code, purpose, userId))];

    public bool Matches(Secret code, string purpose, string userId, string hash)
    {
        var split = hash.IndexOf(Separator, StringComparison.Ordinal);
        return split > 0
            && _keys.Find(hash.AsSpan(0, split)) is { } key
            && Secrets.AreEqual(Hash(key, code, purpose, userId), hash);
    }

    // Lengths in front keep neighbouring values from running into each other.
    private static string Hash(KeyRing.Key key, Secret code, string purpose, string userId)
    {
        var bound = Encoding.UTF8.GetBytes($"{purpose.Length}:{purpose}{userId.Length}:{userId}{code.Reveal()}");
        return key.Id + Separator + Convert.ToHexStringLower(HMACSHA256.HashData(key.Material, bound));
    }
}
