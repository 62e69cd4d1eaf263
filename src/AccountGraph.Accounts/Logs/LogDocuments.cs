using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Logs;

internal static class LogDocuments
{
    public const string ProjectId = "projectId";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string UserName = "userName";
    public const string UserEmail = "userEmail";
    public const string Event = "event";
    public const string Ip = "ip";
    public const string UserAgent = "userAgent";
    public const string Time = "time";

    /// <summary>Ids sort by creation: the order of entries of the same moment.</summary>
    public const string Order = "order";
    public const string Expire = "expire";

    public static CollectionDefinition Collection { get; } = new(
        "logs",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [UserName] = FieldKind.Text,
            [UserEmail] = FieldKind.Text,
            [Event] = FieldKind.Text,
            [Ip] = FieldKind.Text,
            [UserAgent] = FieldKind.Text,
            [Time] = FieldKind.Instant,
            [Order] = FieldKind.Text,
            [Expire] = FieldKind.Instant,
        },
        [
            new IndexDefinition("logsUserOrder", [UserKey, Order]),
            new IndexDefinition("logsExpire", [Expire], Expires: true),
        ]);

    public static LogEntry Map(Document document) => document.As(static stored => new LogEntry(stored));

    public static Document New(
        string key, string name, User user, CallContext call, Instant now, Instant expire) => new(
        key,
        1,
        new FieldSet
        {
            { ProjectId, user.ProjectId },
            { UserKey, user.Key },
            { UserId, user.Id },
            { UserName, user.Name },
            { UserEmail, user.Email },
            { Event, name },
            { Ip, call.IpAddress },
            { UserAgent, SessionDocuments.CutUserAgent(call.UserAgent) },
            { Time, now },
            { Order, key },
            { Expire, expire },
        });
}
