using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.OAuth2;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts;

/// <summary>Every collection of this room, to be ensured at start.</summary>
public static class Collections
{
    /// <summary>The field by which whatever belongs to a user points to him.</summary>
    internal const string UserKey = "userKey";

    /// <summary>What is removed with a user.</summary>
    internal static IReadOnlyList<CollectionDefinition> OfUsers { get; } =
    [
        SessionDocuments.Collection,
        TokenDocuments.Collection,
        ChallengeDocuments.Collection,
        AuthenticatorDocuments.Collection,
        RecoveryCodeDocuments.Collection,
        IdentityDocuments.Collection,
        TargetDocuments.Collection,
        HourlyLimitDocuments.Collection,
    ];

    public static IReadOnlyList<CollectionDefinition> All { get; } =
        [UserDocuments.Collection, .. OfUsers, LogDocuments.Collection, UsedStateDocuments.Collection];
}
