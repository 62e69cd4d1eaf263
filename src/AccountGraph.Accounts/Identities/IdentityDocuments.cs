using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

internal static class IdentityDocuments
{
    public const string ProjectId = "projectId";
    public const string IdentityId = "identityId";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string Provider = "provider";
    public const string ProviderUid = "providerUid";
    public const string ProviderKey = "providerKey";
    public const string ProviderEmail = "providerEmail";
    public const string ProviderEmailKey = "providerEmailKey";
    public const string ProviderAccessToken = "providerAccessToken";
    public const string ProviderRefreshToken = "providerRefreshToken";
    public const string ProviderAccessTokenExpiry = "providerAccessTokenExpiry";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";

    public static CollectionDefinition Collection { get; } = new(
        "identities",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [IdentityId] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [Provider] = FieldKind.Text,
            [ProviderUid] = FieldKind.Text,
            [ProviderKey] = FieldKind.Text,
            [ProviderEmail] = FieldKind.Text,
            [ProviderEmailKey] = FieldKind.Text,
            [ProviderAccessToken] = FieldKind.Text,
            [ProviderRefreshToken] = FieldKind.Text,
            [ProviderAccessTokenExpiry] = FieldKind.Instant,
            [CreatedAt] = FieldKind.Instant,
            [UpdatedAt] = FieldKind.Instant,
        },
        [
            new IndexDefinition("identitiesProviderKey", [ProviderKey], Unique: true),
            new IndexDefinition("identitiesProviderEmailKey", [ProviderEmailKey], Optional: true),
        ],
        PartitionField: UserKey);

    public static Identity Map(Document document) => document.As(static stored => new Identity(stored));

    public static Document New(string key, User user, NewIdentity given, ProviderTokenBox box, Instant now) => new(
        key,
        1,
        new FieldSet
        {
            { ProjectId, user.ProjectId },
            { IdentityId, key },
            { UserKey, user.Key },
            { UserId, user.Id },
            { Provider, given.Provider },
            { ProviderUid, given.ProviderUid },
            { ProviderKey, ProviderKeyOf(user.ProjectId, given.Provider, given.ProviderUid) },
            { ProviderEmail, given.Email.Length > 0 ? given.Email : null },
            { ProviderEmailKey, EmailKeyOf(user.ProjectId, given) },
            { ProviderAccessToken, box.Seal(given.AccessToken, user.Key) },
            { ProviderRefreshToken, given.RefreshToken is { } token ? box.Seal(token, user.Key) : null },
            { ProviderAccessTokenExpiry, given.AccessTokenExpiry },
            { CreatedAt, now },
            { UpdatedAt, now },
        });

    /// <summary>A provider that sends no new refresh token means the old one to be kept.</summary>
    public static IReadOnlyList<Change> Renewed(
        Identity identity, NewIdentity given, ProviderTokenBox box, Instant now)
    {
        var changes = new List<Change>
        {
            new Change.Set(ProviderAccessToken, box.Seal(given.AccessToken, identity.UserKey)),
            new Change.Set(ProviderAccessTokenExpiry, given.AccessTokenExpiry),
            new Change.Set(UpdatedAt, now),
        };
        if (given.RefreshToken is { } token)
        {
            changes.Add(new Change.Set(ProviderRefreshToken, box.Seal(token, identity.UserKey)));
        }

        return changes;
    }

    /// <summary>One account at a provider belongs to one user of a project.</summary>
    public static string ProviderKeyOf(string projectId, string provider, string providerUid) =>
        UserDocuments.KeyOf(projectId, $"{provider}/{providerUid}");

    private static string? EmailKeyOf(string projectId, NewIdentity given) =>
        given.ReservesEmail ? UserDocuments.KeyOf(projectId, given.Email) : null;
}
