using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

public sealed record UpdateName(string Name);

public sealed class UpdateNameHandler(UserWriter users, AccountReader accounts)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdateName input, CallContext call, CancellationToken cancellation)
    {
        if (NameArgument.Check("name", input.Name) is { } invalid) return invalid;

        var change = new UserChange(call.User, new Change.Set(UserDocuments.Name, input.Name))
        {
            UnchangedSince = call.Timestamp,
        };
        return await accounts.ReadAsync(await users.WriteAsync(change, cancellation), cancellation);
    }
}
