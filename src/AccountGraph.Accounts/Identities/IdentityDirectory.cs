using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

/// <summary>Accounts at providers: each opens one user.</summary>
public sealed class IdentityDirectory(
    IDocumentStore store, ProviderTokenBox box, IdGenerator ids, TimeProvider clock)
{
    private const int MostPerUser = 1000;

    /// <summary>Somebody, other than the one user given, signs in through a provider under this address.</summary>
    public async ValueTask<bool> IsEmailTakenAsync(
        Project project, string email, User? except, CancellationToken cancellation)
    {
        Filter sameEmail = Filter.Equal(IdentityDocuments.ProviderEmailKey, UserDocuments.KeyOf(project.Id, email));
        if (except is not null)
        {
            sameEmail = Filter.Both(
                sameEmail,
                new Filter.Compare(IdentityDocuments.UserKey, ComparisonOperator.NotEqual, except.Key));
        }

        var found = await store.FindAsync(
            IdentityDocuments.Collection, new Query(sameEmail, Limit: 1), cancellation);
        return found.Count > 0;
    }

    public async ValueTask<Identity?> FindAsync(
        string projectId, string provider, string providerUid, CancellationToken cancellation)
    {
        var key = IdentityDocuments.ProviderKeyOf(projectId, provider, providerUid);
        var query = new Query(Filter.Equal(IdentityDocuments.ProviderKey, key), Limit: 1);
        var found = await store.FindAsync(IdentityDocuments.Collection, query, cancellation);
        return found.Count == 0 ? null : IdentityDocuments.Map(found[0]);
    }

    /// <summary>Adds the identity, or renews the tokens of one that is there. Fails when it opens another user: the
    /// unique index decides between callers.</summary>
    public async ValueTask<Outcome<Identity>> KeepAsync(
        User user, NewIdentity given, CancellationToken cancellation)
    {
        var document = IdentityDocuments.New(ids.Next(), user, given, box, Instant.From(clock.GetUtcNow()));
        var written = await store.InsertAsync(IdentityDocuments.Collection, document, cancellation);
        if (written.Document is { } added) return IdentityDocuments.Map(added);

        var kept = await FindAsync(user.ProjectId, given.Provider, given.ProviderUid, cancellation);
        if (kept is null || kept.UserKey != user.Key) return AccountErrors.UserAlreadyExists;
        return await RenewAsync(kept, given, cancellation) ?? kept;
    }

    /// <summary>Null when it is gone.</summary>
    public async ValueTask<Identity?> RenewAsync(
        Identity identity, NewIdentity given, CancellationToken cancellation)
    {
        var changes = IdentityDocuments.Renewed(identity, given, box, Instant.From(clock.GetUtcNow()));
        var written = await store.UpdateAsync(
            IdentityDocuments.Collection, identity.Key, new Filter.All(), changes, cancellation);
        return written.Document is { } stored ? IdentityDocuments.Map(stored) : null;
    }

    /// <summary>Oldest first.</summary>
    public async ValueTask<IReadOnlyList<Identity>> ReadAsync(User user, CancellationToken cancellation)
    {
        var query = new Query(
            Filter.Equal(IdentityDocuments.UserKey, user.Key),
            new Sort(IdentityDocuments.IdentityId),
            MostPerUser);
        var stored = await store.FindAsync(IdentityDocuments.Collection, query, cancellation);
        return [.. stored.Select(IdentityDocuments.Map)];
    }

    public ValueTask<bool> RemoveAsync(Identity identity, CancellationToken cancellation) =>
        store.DeleteAsync(IdentityDocuments.Collection, identity.Key, new Filter.All(), cancellation);
}
