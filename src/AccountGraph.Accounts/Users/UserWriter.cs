using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>Changes users.</summary>
public sealed class UserWriter(IDocumentStore store, TimeProvider clock)
{
    internal async ValueTask<Outcome<User>> WriteAsync(UserChange change, CancellationToken cancellation)
    {
        var now = Instant.From(clock.GetUtcNow());
        var written = await store.UpdateAsync(
            UserDocuments.Collection,
            change.User.Key,
            GuardOf(change),
            [.. change.Changes, new Change.Set(UserDocuments.UpdatedAt, now)],
            cancellation);
        return written.Outcome switch
        {
            WriteOutcome.Written => UserDocuments.Map(written.Document!),
            WriteOutcome.KeyTaken => change.WhenTaken,
            WriteOutcome.Missing or WriteOutcome.VersionMoved => await ExplainAsync(change, cancellation),
        };
    }

    private static Filter GuardOf(UserChange change) => change.UnchangedSince is { } since
        ? Filter.Both(change.Guard, new Filter.Compare(UserDocuments.UpdatedAt, ComparisonOperator.LessOrEqual, since))
        : change.Guard;

    private async ValueTask<AccountError> ExplainAsync(UserChange change, CancellationToken cancellation)
    {
        var stored = await store.GetAsync(UserDocuments.Collection, change.User.Key, cancellation);
        if (stored is null) return AccountErrors.UserNotFound;
        return UserDocuments.Map(stored).UpdatedAt > change.UnchangedSince
            ? AccountErrors.DocumentUpdateConflict
            : change.WhenGuardFails;
    }
}
