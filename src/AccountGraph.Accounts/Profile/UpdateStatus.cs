using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>The user blocks himself. Tokens on their way to him die with it, should an operator unblock him.</summary>
public sealed class UpdateStatusHandler(UserWriter users, AccountReader accounts)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(CallContext call, CancellationToken cancellation)
    {
        var change = new UserChange(
            call.User,
            new Change.Set(UserDocuments.Status, false),
            new Change.Add(UserDocuments.TokenGeneration, 1))
        {
            UnchangedSince = call.Timestamp,
        };
        return await accounts.ReadAsync(await users.WriteAsync(change, cancellation), cancellation);
    }
}
