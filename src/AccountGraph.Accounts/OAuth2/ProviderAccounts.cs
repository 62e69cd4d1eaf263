using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Which user a provider's account opens. Addresses that nobody has verified never open, join or reserve
/// an account.</summary>
public sealed class ProviderAccounts(
    UserDirectory users,
    UserRegistry registry,
    UserWriter writer,
    UserEraser eraser,
    IdentityDirectory identities,
    TargetWriter targets,
    TimeProvider clock)
{
    private const int LongestName = 128;

    public async ValueTask<Outcome<ProviderAccount>> EnterAsync(
        string provider,
        ProviderUser said,
        ProviderTokens tokens,
        CallContext call,
        CancellationToken cancellation)
    {
        var visitor = Sound(said, call);
        var known = await identities.FindAsync(call.Project.Id, provider, visitor.Id, cancellation);
        var entered = call.Caller is Caller.SignedIn caller
            ? await LinkAsync(caller.User, visitor, known, call, cancellation)
            : await FindOrAddAsync(visitor, known, call, cancellation);
        if (!entered.IsSuccess) return entered.Error;
        var (user, isNew) = entered.Value;
        if (user.IsBlocked) return AccountErrors.UserBlocked;

        var given = new NewIdentity(provider, visitor.Id, visitor.Email, visitor.IsEmailVerified)
        {
            AccessToken = tokens.AccessToken,
            RefreshToken = tokens.RefreshToken,
            AccessTokenExpiry = tokens.ExpiryFrom(Instant.From(clock.GetUtcNow())),
        };
        var kept = await identities.KeepAsync(user, given, cancellation);
        if (!kept.IsSuccess)
        {
            // Somebody else came in with the same account at the same moment.
            if (isNew) await eraser.EraseAsync(user, cancellation);
            return kept.Error;
        }

        var filled = await FillAsync(user, visitor, call, cancellation);
        return filled.IsSuccess ? new ProviderAccount(filled.Value, kept.Value) : filled.Error;
    }

    private async ValueTask<Outcome<Entered>> LinkAsync(
        User user, ProviderUser visitor, Identity? known, CallContext call, CancellationToken cancellation)
    {
        if (known is not null)
        {
            return known.UserKey == user.Key ? new Entered(user) : AccountErrors.UserAlreadyExists;
        }

        if (visitor.Email.Length == 0) return new Entered(user);
        var holder = await users.FindByEmailAsync(call.Project, visitor.Email, cancellation);
        return (holder is not null && holder.Key != user.Key)
            || await identities.IsEmailTakenAsync(call.Project, visitor.Email, user, cancellation)
                ? AccountErrors.UserAlreadyExists
                : new Entered(user);
    }

    private async ValueTask<Outcome<Entered>> FindOrAddAsync(
        ProviderUser visitor, Identity? known, CallContext call, CancellationToken cancellation)
    {
        var project = call.Project;
        if (known is not null)
        {
            return await users.FindByIdAsync(project, known.UserId, cancellation) is { } owner
                ? new Entered(owner)
                : AccountErrors.UserUnauthorized;
        }

        if (visitor.Email.Length == 0) return AccountErrors.UserUnauthorized;
        if (await users.FindByEmailAsync(project, visitor.Email, cancellation) is { } holder)
        {
            // Both sides have to be proved: an account made beforehand with somebody's address would otherwise
            // wait for its victim to walk in.
            return visitor.IsEmailVerified && holder.IsEmailVerified ? new Entered(holder) : AccountErrors.BadRequest;
        }

        if (await registry.IsFullAsync(project, cancellation)) return AccountErrors.UserCountExceeded;
        if (await identities.IsEmailTakenAsync(project, visitor.Email, null, cancellation))
        {
            return AccountErrors.BadRequest;
        }

        var added = await registry.AddAsync(project, NewUserOf(visitor), cancellation);
        if (!added.IsSuccess) return added.Error;
        if (added.Value.Email is { } email)
        {
            await targets.AddAddressAsync(added.Value, TargetDocuments.Email, email, cancellation);
        }

        return new Entered(added.Value, IsNew: true);
    }

    private static NewUser NewUserOf(ProviderUser visitor) => new(UserRegistry.NewId())
    {
        Email = visitor.IsEmailVerified ? visitor.Email : null,
        IsEmailVerified = visitor.IsEmailVerified,
        Name = visitor.Name.Length > 0 ? visitor.Name : null,
    };

    /// <summary>What the account lacks and the provider knows.</summary>
    private async ValueTask<Outcome<User>> FillAsync(
        User user, ProviderUser visitor, CallContext call, CancellationToken cancellation)
    {
        var changes = new List<Change>();
        if (string.IsNullOrEmpty(user.Name) && visitor.Name.Length > 0)
        {
            changes.Add(new Change.Set(UserDocuments.Name, visitor.Name));
        }

        var takesEmail = user.Email is null && visitor.IsEmailVerified;
        if (takesEmail)
        {
            changes.Add(new Change.Set(UserDocuments.Email, visitor.Email));
            changes.Add(new Change.Set(
                UserDocuments.EmailKey, UserDocuments.KeyOf(call.Project.Id, visitor.Email)));
            changes.Add(new Change.Set(UserDocuments.EmailVerification, true));
        }

        if (changes.Count == 0) return user;
        var change = new UserChange(user, changes)
        {
            Guard = takesEmail
                ? new Filter.Compare(UserDocuments.Email, ComparisonOperator.Equal, null)
                : new Filter.All(),
        };
        var written = await writer.WriteAsync(change, cancellation);
        if (written.IsSuccess && takesEmail)
        {
            await targets.AddAddressAsync(written.Value, TargetDocuments.Email, visitor.Email, cancellation);
        }

        return written;
    }

    /// <summary>Addresses in our spelling, and only those that we would take from a person.</summary>
    private static ProviderUser Sound(ProviderUser said, CallContext call)
    {
        var email = EmailArgument.Normalise(said.Email);
        if (EmailArgument.Check("email", email) is not null) email = "";
        return said with
        {
            Email = email,
            IsEmailVerified = email.Length > 0
                && (said.IsEmailVerified || call.Project.Auth.OAuthTrustUnverifiedEmail),
            Name = said.Name.Length > LongestName ? said.Name[..LongestName] : said.Name,
        };
    }

    private sealed record Entered(User User, bool IsNew = false);
}
