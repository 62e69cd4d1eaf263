using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

public sealed record DeleteIdentity(string IdentityId);

/// <summary>Forgets an account at a provider, unless it is the user's last way in. Sessions opened through it stay.
/// </summary>
public sealed class DeleteIdentityHandler(IdentityDirectory identities, UserWriter users)
{
    private static readonly AccountError LastWayIn = AccountErrors.BadRequest with
    {
        Message = "This is the only way to sign in to the account. Add an email address or another one first.",
    };

    public async ValueTask<Outcome<Done>> HandleAsync(
        DeleteIdentity input, CallContext call, CancellationToken cancellation)
    {
        if (IdArgument.Check("identityId", input.IdentityId) is { } invalid) return invalid;

        // Only the caller's own are looked at, so that the ids of others cannot be probed.
        var user = call.User;
        var own = await identities.ReadAsync(user, cancellation);
        if (own.FirstOrDefault(identity => identity.Id == input.IdentityId) is not { } found)
        {
            return AccountErrors.IdentityNotFound;
        }

        // An address is a way in of its own: codes, links and recovery lead through it.
        var hasAddress = user.Email is not null || (user.Phone is not null && call.Project.Auth.Phone);
        if (!hasAddress)
        {
            if (own.Count == 1) return LastWayIn;
            var claimed = await users.WriteAsync(Claim(user), cancellation);
            if (!claimed.IsSuccess) return claimed.Error;
        }

        return await identities.RemoveAsync(found, cancellation) ? Done.Instance : AccountErrors.IdentityNotFound;
    }

    /// <summary>Two removals at once would each see the other's identity as the one that stays.</summary>
    private static UserChange Claim(User user) => new(user, new Change.Add(UserDocuments.RemovedWays, 1))
    {
        Guard = user.RemovedWays > 0
            ? Filter.Equal(UserDocuments.RemovedWays, user.RemovedWays)
            : new Filter.Or(
                Filter.Equal(UserDocuments.RemovedWays, 0L),
                new Filter.Compare(UserDocuments.RemovedWays, ComparisonOperator.Equal, null)),
    };
}
