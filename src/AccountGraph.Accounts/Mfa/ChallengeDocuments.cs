using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

internal static class ChallengeDocuments
{
    public const string ProjectId = "projectId";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string SessionId = "sessionId";
    public const string Factor = "factor";
    public const string CodeHash = "code";
    public const string Tries = "tries";
    public const string Generation = "generation";
    public const string Expire = "expire";
    public const string CreatedAt = "createdAt";

    public static CollectionDefinition Collection { get; } = new(
        "challenges",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [SessionId] = FieldKind.Text,
            [Factor] = FieldKind.Text,
            [CodeHash] = FieldKind.Text,
            [Tries] = FieldKind.Integer,
            [Generation] = FieldKind.Integer,
            [Expire] = FieldKind.Instant,
            [CreatedAt] = FieldKind.Instant,
        },
        [
            new IndexDefinition("challengesExpire", [Expire], Expires: true),
        ],
        PartitionField: UserKey);

    public static Challenge Map(Document document) => document.As(static stored => new Challenge(stored));

    public static Document New(
        string id, Caller.SignedIn caller, string factor, string? codeHash, Instant now, Instant expire) =>
        new(id, 1, new FieldSet
        {
            { ProjectId, caller.User.ProjectId },
            { UserKey, caller.User.Key },
            { UserId, caller.User.Id },
            { SessionId, caller.Current?.Id },
            { Factor, factor },
            { CodeHash, codeHash },
            { Tries, 0L },
            { Generation, caller.User.TokenGeneration },
            { Expire, expire },
            { CreatedAt, now },
        });
}
