using System.Security.Cryptography;

namespace AccountGraph.Accounts.Security;

/// <summary>Makes the hashes that are stored and recognises those that other systems stored.</summary>
internal sealed class StoredHash(Argon2Parameters current)
{
    private const int SaltBytes = 16;
    private const int TagBytes = 32;
    private const int Argon2Version = 19;

    // A shorter one would match by chance; a longer one only costs.
    private const int MinimumTagBytes = 12;
    private const int MaximumTagBytes = 128;

    // About a second.
    private const int MaximumPbkdf2Iterations = 4_000_000;

    public string Create(ReadOnlySpan<byte> password, HashingMemory memory)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var tag = new byte[TagBytes];
        Argon2.Hash(current, new Argon2Inputs(password, salt), tag, memory);
        var parameters = new Dictionary<string, int>
        {
            ["m"] = current.MemoryKiB,
            ["t"] = current.Iterations,
            ["p"] = current.Lanes,
        };
        return new PhcString("argon2id", Argon2Version, parameters, salt, tag).ToString();
    }

    public PasswordVerdict Verify(ReadOnlySpan<byte> password, string? stored, HashingMemory memory) =>
        Recognised(password, stored, memory) ?? DoTheSameWork(password, memory);

    private PasswordVerdict? Recognised(ReadOnlySpan<byte> password, string? stored, HashingMemory memory)
    {
        if (stored is null) return null;
        if (stored.StartsWith("$2", StringComparison.Ordinal)) return Imported(Bcrypt.Matches(password, stored));
        if (PhcString.Parse(stored) is not { Hash.Length: >= MinimumTagBytes and <= MaximumTagBytes } phc) return null;
        return phc.Id switch
        {
            "argon2id" => VerifyArgon2(Argon2Variant.Id, password, phc, memory),
            "argon2i" => VerifyArgon2(Argon2Variant.I, password, phc, memory),
            "scrypt" => Imported(MatchesScrypt(password, phc, memory)),
            "pbkdf2-sha1" => Imported(MatchesPbkdf2(HashAlgorithmName.SHA1, password, phc)),
            "pbkdf2-sha256" => Imported(MatchesPbkdf2(HashAlgorithmName.SHA256, password, phc)),
            "pbkdf2-sha512" => Imported(MatchesPbkdf2(HashAlgorithmName.SHA512, password, phc)),
            _ => null,
        };
    }

    private PasswordVerdict? VerifyArgon2(
        Argon2Variant variant, ReadOnlySpan<byte> password, PhcString phc, HashingMemory memory)
    {
        var parameters = new Argon2Parameters(variant, phc.Number("m"), phc.Number("t"), phc.Number("p"));
        if (phc.Version != Argon2Version || !parameters.AreAllowed) return null;

        Span<byte> tag = stackalloc byte[phc.Hash.Length];
        Argon2.Hash(parameters, new Argon2Inputs(password, phc.Salt), tag, memory);
        if (!CryptographicOperations.FixedTimeEquals(tag, phc.Hash)) return PasswordVerdict.NoMatch;
        return parameters == current ? PasswordVerdict.Match : PasswordVerdict.MatchNeedsRehash;
    }

    private static bool? MatchesScrypt(ReadOnlySpan<byte> password, PhcString phc, HashingMemory memory)
    {
        var parameters = new ScryptParameters(phc.Number("ln"), phc.Number("r"), phc.Number("p"));
        if (!parameters.AreAllowed) return null;

        Span<byte> tag = stackalloc byte[phc.Hash.Length];
        Scrypt.Hash(parameters, password, phc.Salt, tag, memory);
        return CryptographicOperations.FixedTimeEquals(tag, phc.Hash);
    }

    private static bool? MatchesPbkdf2(HashAlgorithmName algorithm, ReadOnlySpan<byte> password, PhcString phc)
    {
        var iterations = phc.Number("i");
        if (iterations is < 1 or > MaximumPbkdf2Iterations) return null;

        Span<byte> tag = stackalloc byte[phc.Hash.Length];
        Rfc2898DeriveBytes.Pbkdf2(password, phc.Salt, tag, iterations, algorithm);
        return CryptographicOperations.FixedTimeEquals(tag, phc.Hash);
    }

    private static PasswordVerdict? Imported(bool? matches) => matches switch
    {
        true => PasswordVerdict.MatchNeedsRehash,
        false => PasswordVerdict.NoMatch,
        null => null,
    };

    private PasswordVerdict DoTheSameWork(ReadOnlySpan<byte> password, HashingMemory memory)
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        Span<byte> tag = stackalloc byte[TagBytes];
        salt.Clear();
        Argon2.Hash(current, new Argon2Inputs(password, salt), tag, memory);
        return PasswordVerdict.NoMatch;
    }
}
