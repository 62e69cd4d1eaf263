using AccountGraph.Accounts.Arguments;

namespace AccountGraph.Accounts.Identities;

public sealed record DeleteIdentity(string IdentityId);

/// <summary>Forgets an account at a provider. Sessions opened through it stay.</summary>
public sealed class DeleteIdentityHandler(IdentityDirectory identities)
{
    public async ValueTask<Outcome<Done>> HandleAsync(
        DeleteIdentity input, CallContext call, CancellationToken cancellation)
    {
        if (IdArgument.Check("identityId", input.IdentityId) is { } invalid) return invalid;

        // Only the caller's own are looked at, so that the ids of others cannot be probed.
        var own = await identities.ReadAsync(call.User, cancellation);
        return own.FirstOrDefault(identity => identity.Id == input.IdentityId) is { } found
            && await identities.RemoveAsync(found, cancellation)
            ? Done.Instance
            : AccountErrors.IdentityNotFound;
    }
}
