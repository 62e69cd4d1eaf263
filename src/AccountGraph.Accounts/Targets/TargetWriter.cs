using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Targets;

/// <summary>Keeps the targets of a user in step with his addresses and sessions.</summary>
public sealed class TargetWriter(IDocumentStore store, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Null when the id or the identifier is taken, by whomever.</summary>
    internal async ValueTask<Target?> AddAsync(
        User user, string targetId, NewTarget target, CancellationToken cancellation)
    {
        var document = TargetDocuments.New(
            ids.Next(), targetId, user, target, Instant.From(clock.GetUtcNow()));
        var written = await store.InsertAsync(TargetDocuments.Collection, document, cancellation);
        return written.Document is { } stored ? TargetDocuments.Map(stored) : null;
    }

    /// <summary>An address that is a target already, anywhere in the project, leaves things as they are.</summary>
    internal async ValueTask AddAddressAsync(
        User user, string providerType, string identifier, CancellationToken cancellation) =>
        _ = await AddAsync(user, ids.Next(), new NewTarget(providerType, identifier), cancellation);

    public async ValueTask<bool> IsTakenAsync(string projectId, string identifier, CancellationToken cancellation)
    {
        var same = Filter.Equal(TargetDocuments.IdentifierKey, UserDocuments.KeyOf(projectId, identifier));
        var found = await store.FindAsync(TargetDocuments.Collection, new Query(same, Limit: 1), cancellation);
        return found.Count > 0;
    }

    /// <summary>Of this user and of no other kind.</summary>
    public async ValueTask<Target?> FindPushAsync(User user, string targetId, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(
            TargetDocuments.Collection, TargetDocuments.OfUser(user.Key), cancellation);
        return stored.Select(TargetDocuments.Map)
            .FirstOrDefault(target => target.Id == targetId && target.ProviderType == TargetDocuments.Push);
    }

    public async ValueTask<Outcome<Target>> RenewPushAsync(
        Target target, string identifier, string name, CancellationToken cancellation)
    {
        var written = await store.UpdateAsync(
            TargetDocuments.Collection,
            target.Key,
            new Filter.All(),
            [
                .. IdentifierChanges(target.ProjectId, identifier),
                new Change.Set(TargetDocuments.Name, name),
                new Change.Set(TargetDocuments.Expired, false),
            ],
            cancellation);
        return written.Outcome switch
        {
            WriteOutcome.Written => TargetDocuments.Map(written.Document!),
            WriteOutcome.KeyTaken => AccountErrors.TargetAlreadyExists,
            WriteOutcome.Missing or WriteOutcome.VersionMoved => AccountErrors.TargetNotFound,
        };
    }

    public ValueTask<bool> RemoveAsync(Target target, CancellationToken cancellation) =>
        store.DeleteAsync(TargetDocuments.Collection, target.Key, new Filter.All(), cancellation);

    /// <summary>Moves the user's target, where there is one, from his old address to the new.</summary>
    public async ValueTask RenameAsync(User user, string? from, string to, CancellationToken cancellation)
    {
        if (from is null) return;
        var targets = await store.FindAsync(
            TargetDocuments.Collection, TargetDocuments.OfUser(user.Key), cancellation);
        var old = targets.Select(TargetDocuments.Map).FirstOrDefault(target => target.Identifier == from);
        if (old is null) return;

        await store.UpdateAsync(
            TargetDocuments.Collection,
            old.Key,
            new Filter.All(),
            IdentifierChanges(user.ProjectId, to),
            cancellation);
    }

    /// <summary>Gives the push targets of a session to the one that replaces it.</summary>
    public async ValueTask MoveAsync(
        User user, string fromSessionId, string toSessionId, CancellationToken cancellation)
    {
        var targets = await store.FindAsync(
            TargetDocuments.Collection, TargetDocuments.OfUser(user.Key), cancellation);
        foreach (var target in targets.Where(one => one.Text(TargetDocuments.SessionId) == fromSessionId))
        {
            await store.UpdateAsync(
                TargetDocuments.Collection,
                target.Id,
                new Filter.All(),
                [new Change.Set(TargetDocuments.SessionId, toSessionId)],
                cancellation);
        }
    }

    /// <summary>Push targets end with the session that registered them.</summary>
    public async ValueTask RemoveOfSessionAsync(User user, string sessionId, CancellationToken cancellation) =>
        await store.DeleteManyAsync(
            TargetDocuments.Collection,
            Filter.Both(
                Filter.Equal(TargetDocuments.UserKey, user.Key),
                Filter.Equal(TargetDocuments.SessionId, sessionId)),
            cancellation);

    public async ValueTask RemoveOfSessionsAsync(User user, CancellationToken cancellation) =>
        await store.DeleteManyAsync(
            TargetDocuments.Collection,
            Filter.Both(
                Filter.Equal(TargetDocuments.UserKey, user.Key),
                new Filter.Compare(TargetDocuments.SessionId, ComparisonOperator.NotEqual, null)),
            cancellation);

    private Change[] IdentifierChanges(string projectId, string identifier) =>
    [
        new Change.Set(TargetDocuments.Identifier, identifier),
        new Change.Set(TargetDocuments.IdentifierKey, UserDocuments.KeyOf(projectId, identifier)),
        new Change.Set(TargetDocuments.UpdatedAt, Instant.From(clock.GetUtcNow())),
    ];
}
