using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Guesses;

/// <summary>A counter for each user and kind of guess; the window starts with its first guess.</summary>
internal static class GuessDocuments
{
    public const string UserKey = "userKey";
    public const string Count = "count";
    public const string Expire = "expire";

    public static CollectionDefinition Collection { get; } = new(
        "guesses",
        new Dictionary<string, FieldKind>
        {
            [UserKey] = FieldKind.Text,
            [Count] = FieldKind.Integer,
            [Expire] = FieldKind.Instant,
        },
        [
            new IndexDefinition("guessesUser", [UserKey]),
            new IndexDefinition("guessesExpire", [Expire], Expires: true),
        ]);

    public static string KeyOf(User user, GuessKind kind) => $"{user.Key}.{kind}";

    public static Document First(User user, GuessKind kind, Instant expire) => new(
        KeyOf(user, kind),
        1,
        new FieldSet { { UserKey, user.Key }, { Count, 1L }, { Expire, expire } });
}
