using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>Registers users.</summary>
public sealed class UserRegistry(
    IDocumentStore store, StandIns standIns, IdGenerator ids, TimeProvider clock)
{
    private const int IdBytes = 10;

    /// <summary>Public ids are wholly random: one made of the time would tell when an account was made, and would
    /// tell an account from the stand-in that unknown addresses are answered with.</summary>
    public static string NewId() => Secrets.Hex(IdBytes).Reveal();

    public async ValueTask<bool> IsFullAsync(Project project, CancellationToken cancellation)
    {
        if (project.Auth.Limit == 0) return false;
        var ofProject = Filter.Equal(UserDocuments.ProjectId, project.Id);
        return await store.CountAsync(UserDocuments.Collection, ofProject, cancellation) >= project.Auth.Limit;
    }

    /// <summary>Fails when id, email or phone is taken: the unique indexes decide between callers.</summary>
    public async ValueTask<Outcome<User>> AddAsync(Project project, NewUser user, CancellationToken cancellation)
    {
        if (standIns.Own(project, user.Id)) return AccountErrors.UserAlreadyExists;
        var document = UserDocuments.New(ids.Next(), project.Id, user, Instant.From(clock.GetUtcNow()));
        var written = await store.InsertAsync(UserDocuments.Collection, document, cancellation);
        return written.Document is { } stored ? UserDocuments.Map(stored) : AccountErrors.UserAlreadyExists;
    }
}
