using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>Where every random value comes from, and how secrets are hashed and compared.</summary>
public static class Secrets
{
    private const int CodeLimit = 1_000_000;

    /// <summary>As many random bytes as asked for, as lower-case hex: twice as many characters.</summary>
    public static Secret Hex(int bytes) => new(RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true));

    /// <summary>Six decimal digits, every combination equally likely.</summary>
    public static Secret Code() =>
        new(RandomNumberGenerator.GetInt32(CodeLimit).ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>For secrets of high entropy. Six-digit codes are searched through in a moment: those go to
    /// <see cref="CodeHasher"/>.</summary>
    public static string Sha256Hex(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Takes the same time wherever the texts differ. Only a difference in length shows.</summary>
    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
