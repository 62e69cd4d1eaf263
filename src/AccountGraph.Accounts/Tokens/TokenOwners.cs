using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Finds the user that a link names. The id of a stand-in was shown to somebody who must not learn that
/// there is no such user: its secret is merely wrong.</summary>
public sealed class TokenOwners(UserDirectory users, StandIns standIns)
{
    public async ValueTask<Outcome<User>> FindAsync(Project project, string userId, CancellationToken cancellation)
    {
        var isStandIn = standIns.Own(project, userId);
        if (await users.FindByIdAsync(project, userId, cancellation) is { } user) return user;
        return isStandIn ? AccountErrors.InvalidToken : AccountErrors.UserNotFound;
    }
}
