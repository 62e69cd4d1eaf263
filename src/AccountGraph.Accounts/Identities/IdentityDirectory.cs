using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

public sealed class IdentityDirectory(IDocumentStore store)
{
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
}
