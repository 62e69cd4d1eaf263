using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Targets;

internal static class TargetDocuments
{
    public const string Email = "email";
    public const string Sms = "sms";
    public const string Push = "push";

    public const int MostPerUser = 1000;

    public const string ProjectId = "projectId";
    public const string TargetId = "targetId";
    public const string TargetKey = "targetKey";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string SessionId = "sessionId";
    public const string ProviderType = "providerType";
    public const string ProviderId = "providerId";
    public const string Identifier = "identifier";
    public const string IdentifierKey = "identifierKey";
    public const string Name = "name";
    public const string Expired = "expired";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";

    public static CollectionDefinition Collection { get; } = new(
        "targets",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [TargetId] = FieldKind.Text,
            [TargetKey] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [SessionId] = FieldKind.Text,
            [ProviderType] = FieldKind.Text,
            [ProviderId] = FieldKind.Text,
            [Identifier] = FieldKind.Text,
            [IdentifierKey] = FieldKind.Text,
            [Name] = FieldKind.Text,
            [Expired] = FieldKind.Flag,
            [CreatedAt] = FieldKind.Instant,
            [UpdatedAt] = FieldKind.Instant,
        },
        [
            new IndexDefinition("targetsTargetKey", [TargetKey], Unique: true),
            new IndexDefinition("targetsIdentifierKey", [IdentifierKey], Unique: true),
        ],
        PartitionField: UserKey);

    public static Target Map(Document document) => document.As(static stored => new Target(stored));

    /// <summary>In the order of creation: keys sort by it.</summary>
    public static Query OfUser(string userKey) => new(Filter.Equal(UserKey, userKey), Limit: MostPerUser);

    public static Document New(string key, string targetId, User user, NewTarget target, Instant now) => new(
        key,
        1,
        new FieldSet
        {
            { ProjectId, user.ProjectId },
            { TargetId, targetId },
            { TargetKey, UserDocuments.KeyOf(user.ProjectId, targetId) },
            { UserKey, user.Key },
            { UserId, user.Id },
            { SessionId, target.SessionId },
            { ProviderType, target.ProviderType },
            { ProviderId, target.ProviderId },
            { Identifier, target.Identifier },
            { IdentifierKey, UserDocuments.KeyOf(user.ProjectId, target.Identifier) },
            { Name, target.Name },
            { Expired, false },
            { CreatedAt, now },
            { UpdatedAt, now },
        });
}
