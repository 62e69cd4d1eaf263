using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>Users who do not exist, for addresses that must not show whether they do: the same steps run for them,
/// and nothing that comes of it can be used.</summary>
public sealed class StandIns(CodeHasher hasher, IdGenerator ids, TimeProvider clock)
{
    private const string Purpose = "stand-in id";
    private const string TagPurpose = "stand-in tag";
    private const int HalfLength = 10;

    /// <summary>The same address always gets the same public id, and only the server sees that it is none: the
    /// second half is a keyed hash of the first.</summary>
    public User For(Project project, string email)
    {
        var half = Digits(hasher.Hash(new Secret(email), Purpose, project.Id));
        return Make(project, half + Tag(project, half), email, null);
    }

    /// <summary>In the place of a real user whose tokens must not come to life, under his public id.</summary>
    public User For(Project project, User real) => Make(project, real.Id, real.Email, real.Phone);

    /// <summary>The id was given to a stand-in. It is treated as taken wherever it is sent back.</summary>
    public bool Own(Project project, string userId) =>
        userId.Length == 2 * HalfLength
        && hasher.HashesUnderAllKeys(new Secret(userId[..HalfLength]), TagPurpose, project.Id)
            .Any(hash => Secrets.AreEqual(Digits(hash), userId[HalfLength..]));

    private User Make(Project project, string id, string? email, string? phone) =>
        UserDocuments.Map(UserDocuments.New(
            ids.Next(),
            project.Id,
            new NewUser(id) { Email = email, Phone = phone },
            Instant.From(clock.GetUtcNow())));

    private string Tag(Project project, string half) => Digits(hasher.Hash(new Secret(half), TagPurpose, project.Id));

    // A hash is the id of its key, a dot, and hex digits.
    private static string Digits(string hash)
    {
        var from = hash.IndexOf('.', StringComparison.Ordinal) + 1;
        return hash.Substring(from, HalfLength);
    }
}
