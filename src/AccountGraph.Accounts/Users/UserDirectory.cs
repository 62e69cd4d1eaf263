using AccountGraph.Accounts.Projects;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>Finds users by what identifies them within a project.</summary>
public sealed class UserDirectory(IDocumentStore store)
{
    public ValueTask<User?> FindByIdAsync(Project project, string userId, CancellationToken cancellation) =>
        FindAsync(UserDocuments.PublicKey, UserDocuments.KeyOf(project.Id, userId), cancellation);

    /// <param name="email">In lower case, as all emails are stored.</param>
    public ValueTask<User?> FindByEmailAsync(Project project, string email, CancellationToken cancellation) =>
        FindAsync(UserDocuments.EmailKey, UserDocuments.KeyOf(project.Id, email), cancellation);

    public ValueTask<User?> FindByPhoneAsync(Project project, string phone, CancellationToken cancellation) =>
        FindAsync(UserDocuments.PhoneKey, UserDocuments.KeyOf(project.Id, phone), cancellation);

    private async ValueTask<User?> FindAsync(string field, string value, CancellationToken cancellation)
    {
        var query = new Query(Filter.Equal(field, value), Limit: 1);
        var found = await store.FindAsync(UserDocuments.Collection, query, cancellation);
        return found.Count == 0 ? null : UserDocuments.Map(found[0]);
    }
}
