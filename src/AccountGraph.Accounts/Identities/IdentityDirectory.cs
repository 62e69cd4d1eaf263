using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

public sealed class IdentityDirectory(IDocumentStore store)
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
