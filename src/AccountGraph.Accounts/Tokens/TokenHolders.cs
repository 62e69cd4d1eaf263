using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Finds the user behind an address that wants to sign in, or registers one. Known, unknown and blocked
/// addresses cost the same number of reads and writes.</summary>
public sealed class TokenHolders(
    UserDirectory users,
    UserRegistry registry,
    IdentityDirectory identities,
    TargetWriter targets,
    StandIns standIns,
    TokenIssuer issuer)
{
    /// <param name="userId">Used for a new user only.</param>
    /// <param name="whenLinked">The address belongs to another account through a provider.</param>
    public async ValueTask<Outcome<TokenHolder>> ByEmailAsync(
        string userId, string email, AccountError whenLinked, CallContext call, CancellationToken cancellation)
    {
        var known = await users.FindByEmailAsync(call.Project, email, cancellation);
        var isFull = await registry.IsFullAsync(call.Project, cancellation);
        var isLinked = await identities.IsEmailTakenAsync(call.Project, email, known, cancellation);
        if (known is not null) return await HolderOfAsync(known, writes: 1, call, cancellation);
        if (isFull) return AccountErrors.UserCountExceeded;
        if (isLinked) return whenLinked;

        var candidate = new NewUser(NewIdArgument.Resolve(userId, UserRegistry.NewId)) { Email = email };
        var added = await registry.AddAsync(call.Project, candidate, cancellation);
        if (added.IsSuccess) return new TokenHolder(added.Value);

        // Another request may have registered the address a moment ago; otherwise the chosen id is taken.
        known = await users.FindByEmailAsync(call.Project, email, cancellation);
        return known is null ? added.Error : await HolderOfAsync(known, writes: 0, call, cancellation);
    }

    /// <param name="userId">Used for a new user only.</param>
    public async ValueTask<Outcome<TokenHolder>> ByPhoneAsync(
        string userId, string phone, CallContext call, CancellationToken cancellation)
    {
        var known = await users.FindByPhoneAsync(call.Project, phone, cancellation);
        var isFull = await registry.IsFullAsync(call.Project, cancellation);
        if (known is not null) return await HolderOfAsync(known, writes: 2, call, cancellation);
        if (isFull) return AccountErrors.UserCountExceeded;

        var candidate = new NewUser(NewIdArgument.Resolve(userId, UserRegistry.NewId)) { Phone = phone };
        var added = await registry.AddAsync(call.Project, candidate, cancellation);
        if (added.IsSuccess)
        {
            await targets.AddAddressAsync(added.Value, TargetDocuments.Sms, phone, cancellation);
            return new TokenHolder(added.Value);
        }

        known = await users.FindByPhoneAsync(call.Project, phone, cancellation);
        return known is null ? added.Error : await HolderOfAsync(known, writes: 0, call, cancellation);
    }

    // A key holder is told of the block: he is the project's own server, and would hold the secret as well.
    private async ValueTask<Outcome<TokenHolder>> HolderOfAsync(
        User known, int writes, CallContext call, CancellationToken cancellation)
    {
        if (known.IsBlocked && call.IsApiKey) return AccountErrors.UserBlocked;
        for (var i = 0; i < writes; i++) await issuer.WriteNothingAsync(known, call, cancellation);
        return known.IsBlocked
            ? new TokenHolder(standIns.For(call.Project, known), known, IsReal: false)
            : new TokenHolder(known);
    }
}
