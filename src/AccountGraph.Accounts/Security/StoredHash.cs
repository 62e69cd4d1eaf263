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

    public string Create(ReadOnlySpan<byte> password, Argon2Memory memory)
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

    public PasswordVerdict Verify(ReadOnlySpan<byte> password, string? stored, Argon2Memory memory) =>
        Recognised(password, stored, memory) ?? DoTheSameWork(password, memory);

    private PasswordVerdict? Recognised(ReadOnlySpan<byte> password, string? stored, Argon2Memory memory)
    {
        if (stored is null) return null;
        if (PhcString.Parse(stored) is not { } phc || !HasUsualTag(phc)) return null;
        return phc.Id switch
        {
            "argon2id" => VerifyArgon2(Argon2Variant.Id, password, phc, memory),
            "argon2i" => VerifyArgon2(Argon2Variant.I, password, phc, memory),
            _ => null,
        };
    }

    private PasswordVerdict? VerifyArgon2(
        Argon2Variant variant, ReadOnlySpan<byte> password, PhcString phc, Argon2Memory memory)
    {
        var parameters = new Argon2Parameters(
            variant,
            phc.Parameter("m", 0, Argon2Parameters.MaximumMemoryKiB) ?? 0,
            phc.Parameter("t", 0, Argon2Parameters.MaximumIterations) ?? 0,
            phc.Parameter("p", 0, Argon2Parameters.MaximumLanes) ?? 0);
        if (phc.Version != Argon2Version || !parameters.AreAllowed) return null;

        Span<byte> tag = stackalloc byte[phc.Hash.Length];
        Argon2.Hash(parameters, new Argon2Inputs(password, phc.Salt), tag, memory);
        if (!CryptographicOperations.FixedTimeEquals(tag, phc.Hash)) return PasswordVerdict.NoMatch;
        return parameters == current ? PasswordVerdict.Match : PasswordVerdict.MatchNeedsRehash;
    }

    private PasswordVerdict DoTheSameWork(ReadOnlySpan<byte> password, Argon2Memory memory)
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        Span<byte> tag = stackalloc byte[TagBytes];
        salt.Clear();
        Argon2.Hash(current, new Argon2Inputs(password, salt), tag, memory);
        return PasswordVerdict.NoMatch;
    }

    private static bool HasUsualTag(PhcString phc) => phc.Hash.Length is >= MinimumTagBytes and <= MaximumTagBytes;
}
