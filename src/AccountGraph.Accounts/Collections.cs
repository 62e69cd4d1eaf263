using AccountGraph.Accounts.Guesses;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts;

/// <summary>Every collection of this room, to be ensured at start.</summary>
public static class Collections
{
    public static IReadOnlyList<CollectionDefinition> All { get; } =
    [
        UserDocuments.Collection,
        SessionDocuments.Collection,
        TargetDocuments.Collection,
        IdentityDocuments.Collection,
        AuthenticatorDocuments.Collection,
        GuessDocuments.Collection,
        LogDocuments.Collection,
    ];
}
