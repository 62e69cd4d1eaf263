using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Tokens;

/// <summary>For whom a token is made.</summary>
/// <param name="User">A stand-in when nobody may get one.</param>
/// <param name="Concerned">Whose security log tells of it.</param>
/// <param name="IsReal">The message is sent; a stand-in's is not.</param>
public sealed record TokenHolder(User User, User Concerned, bool IsReal)
{
    public TokenHolder(User user)
        : this(user, user, IsReal: true)
    {
    }
}
