using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Limits;

/// <summary>A counter for each user and act; the window starts with its first.</summary>
internal static class HourlyLimitDocuments
{
    public const string UserKey = "userKey";
    public const string Count = "count";
    public const string Expire = "expire";

    public static CollectionDefinition Collection { get; } = new(
        "hourlyLimits",
        new Dictionary<string, FieldKind>
        {
            [UserKey] = FieldKind.Text,
            [Count] = FieldKind.Integer,
            [Expire] = FieldKind.Instant,
        },
        [
            new IndexDefinition("hourlyLimitsUser", [UserKey]),
            new IndexDefinition("hourlyLimitsExpire", [Expire], Expires: true),
        ]);

    public static string KeyOf(User user, LimitedAct act) => $"{user.Key}.{act}";

    public static Document First(User user, LimitedAct act, Instant expire) => new(
        KeyOf(user, act),
        1,
        new FieldSet { { UserKey, user.Key }, { Count, 1L }, { Expire, expire } });
}
