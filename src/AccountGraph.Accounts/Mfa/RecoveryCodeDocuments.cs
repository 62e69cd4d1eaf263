using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>A user's recovery codes are one document, so that making and using them are decided by its version:
/// hashes to match, and the codes themselves sealed, in the same order.</summary>
internal static class RecoveryCodeDocuments
{
    public const string UserKey = "userKey";
    public const string Hashes = "hashes";
    public const string Sealed = "sealed";

    public static CollectionDefinition Collection { get; } = new(
        "recoveryCodes",
        new Dictionary<string, FieldKind>
        {
            [UserKey] = FieldKind.Text,
            [Hashes] = FieldKind.Texts,
            [Sealed] = FieldKind.Texts,
        },
        [],
        PartitionField: UserKey);

    /// <param name="version">Of the document that this one replaces.</param>
    public static Document New(
        User user, long version, IReadOnlyList<string> hashes, IReadOnlyList<string> sealedCodes) => new(
        user.Key,
        version,
        new FieldSet
        {
            { UserKey, user.Key },
            { Hashes, hashes.Count == 0 ? null : hashes },
            { Sealed, sealedCodes.Count == 0 ? null : sealedCodes },
        });
}
