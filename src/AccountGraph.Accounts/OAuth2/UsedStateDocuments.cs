using AccountGraph.Accounts.Security;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>States that came back, until nobody would believe them any more.</summary>
internal static class UsedStateDocuments
{
    private const string Expire = "expire";

    public static CollectionDefinition Collection { get; } = new(
        "oauth2States",
        new Dictionary<string, FieldKind> { [Expire] = FieldKind.Instant },
        [new IndexDefinition("oauth2StatesExpire", [Expire], Expires: true)]);

    public static Document New(SignInAttempt attempt) => new(
        Secrets.Sha256Hex(attempt.State), 1, new FieldSet { { Expire, Instant.From(attempt.Expire) } });
}
