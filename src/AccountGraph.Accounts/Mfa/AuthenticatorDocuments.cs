using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>One authenticator per user and kind: the key is made of the two, so a second insert is refused.</summary>
internal static class AuthenticatorDocuments
{
    public const string ProjectId = "projectId";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string Type = "type";
    public const string Seed = "seed";
    public const string Verified = "verified";
    public const string LastStep = "lastStep";
    public const string CreatedAt = "createdAt";

    public static CollectionDefinition Collection { get; } = new(
        "authenticators",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [Type] = FieldKind.Text,
            [Seed] = FieldKind.Text,
            [Verified] = FieldKind.Flag,
            [LastStep] = FieldKind.Integer,
            [CreatedAt] = FieldKind.Instant,
        },
        [],
        PartitionField: UserKey);

    public static Authenticator Map(Document document) => document.As(static stored => new Authenticator(stored));

    public static string TotpKeyOf(User user) => $"{user.Key}.{Factors.Totp}";

    public static Document NewTotp(User user, string sealedSeed, Instant now) => new(
        TotpKeyOf(user),
        1,
        new FieldSet
        {
            { ProjectId, user.ProjectId },
            { UserKey, user.Key },
            { UserId, user.Id },
            { Type, Factors.Totp },
            { Seed, sealedSeed },
            { Verified, false },
            { LastStep, 0L },
            { CreatedAt, now },
        });
}
