using AccountGraph.Storage;

namespace AccountGraph.Accounts.Users;

/// <summary>Users as documents, and the keys by which they are found.</summary>
internal static class UserDocuments
{
    public const string ProjectId = "projectId";
    public const string UserId = "userId";
    public const string PublicKey = "publicKey";
    public const string EmailKey = "emailKey";
    public const string PhoneKey = "phoneKey";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Name = "name";
    public const string Status = "status";
    public const string Labels = "labels";
    public const string Password = "password";
    public const string PasswordHistory = "passwordHistory";
    public const string PasswordUpdate = "passwordUpdate";
    public const string Prefs = "prefs";
    public const string Registration = "registration";
    public const string EmailVerification = "emailVerification";
    public const string PhoneVerification = "phoneVerification";
    public const string Reset = "reset";
    public const string Mfa = "mfa";

    /// <summary>Raised to make every outstanding token void, in the same write as the change that voids them.</summary>
    public const string TokenGeneration = "tokenGeneration";

    /// <summary>Raised to end every session but the kept one, in the same way.</summary>
    public const string SessionGeneration = "sessionGeneration";
    public const string KeptSession = "keptSession";

    /// <summary>Raised by whoever removes a way to sign in, so that two of them cannot remove the last two.</summary>
    public const string RemovedWays = "removedWays";
    public const string AccessedAt = "accessedAt";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";

    public const string PublicKeyIndex = "usersPublicKey";
    public const string EmailIndex = "usersEmailKey";
    public const string PhoneIndex = "usersPhoneKey";

    public static CollectionDefinition Collection { get; } = new(
        "users",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [PublicKey] = FieldKind.Text,
            [EmailKey] = FieldKind.Text,
            [PhoneKey] = FieldKind.Text,
            [Email] = FieldKind.Text,
            [Phone] = FieldKind.Text,
            [Name] = FieldKind.Text,
            [Status] = FieldKind.Flag,
            [Labels] = FieldKind.Texts,
            [Password] = FieldKind.Text,
            [PasswordHistory] = FieldKind.Texts,
            [PasswordUpdate] = FieldKind.Instant,
            [Prefs] = FieldKind.Text,
            [Registration] = FieldKind.Instant,
            [EmailVerification] = FieldKind.Flag,
            [PhoneVerification] = FieldKind.Flag,
            [Reset] = FieldKind.Flag,
            [Mfa] = FieldKind.Flag,
            [TokenGeneration] = FieldKind.Integer,
            [SessionGeneration] = FieldKind.Integer,
            [KeptSession] = FieldKind.Text,
            [RemovedWays] = FieldKind.Integer,
            [AccessedAt] = FieldKind.Instant,
            [CreatedAt] = FieldKind.Instant,
            [UpdatedAt] = FieldKind.Instant,
        },
        [
            new IndexDefinition(PublicKeyIndex, [PublicKey], Unique: true),
            new IndexDefinition(EmailIndex, [EmailKey], Unique: true, Optional: true),
            new IndexDefinition(PhoneIndex, [PhoneKey], Unique: true, Optional: true),
            new IndexDefinition("usersProject", [ProjectId]),
        ]);

    public static User Map(Document document) => document.As(static stored => new User(stored));

    public static Document New(string key, string projectId, NewUser user, Instant now) => new(
        key,
        1,
        new FieldSet
        {
            { ProjectId, projectId },
            { UserId, user.Id },
            { PublicKey, KeyOf(projectId, user.Id) },
            { EmailKey, KeyOrNull(projectId, user.Email) },
            { PhoneKey, KeyOrNull(projectId, user.Phone) },
            { Email, user.Email },
            { Phone, user.Phone },
            { Name, user.Name },
            { Status, true },
            { Password, user.PasswordHash },
            { PasswordHistory, user.PasswordHistory.Count == 0 ? null : user.PasswordHistory },
            { PasswordUpdate, user.PasswordHash is null ? null : now },
            { Registration, now },
            { EmailVerification, user.IsEmailVerified },
            { PhoneVerification, false },
            { Reset, false },
            { Mfa, false },
            { TokenGeneration, 0L },
            { SessionGeneration, 0L },
            { RemovedWays, 0L },
            { AccessedAt, now },
            { CreatedAt, now },
            { UpdatedAt, now },
        });

    /// <summary>The value of a unique key: ids, lower-case emails and phones are unique within a project.</summary>
    public static string KeyOf(string projectId, string value) => $"{projectId}/{value}";

    private static string? KeyOrNull(string projectId, string? value) => value is null ? null : KeyOf(projectId, value);
}
