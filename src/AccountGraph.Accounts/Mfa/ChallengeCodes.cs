using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Mfa;

/// <summary>Hashes the codes of challenges, so that none is of use as a token, and no token's here.</summary>
public sealed class ChallengeCodes(CodeHasher hasher)
{
    private const string Purpose = "mfa challenge";

    public string Hash(Secret code, User user) => hasher.Hash(code, Purpose, user.Key);

    public bool Matches(string code, User user, string hash) =>
        hasher.Matches(new Secret(code), Purpose, user.Key, hash);
}
