using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Queued messages as documents.</summary>
internal static class MessageDocuments
{
    public static readonly CollectionDefinition Collection = new(
        "messages",
        new Dictionary<string, FieldKind>
        {
            ["channel"] = FieldKind.Text,
            ["state"] = FieldKind.Text,
            ["projectId"] = FieldKind.Text,
            ["kind"] = FieldKind.Text,
            ["to"] = FieldKind.Text,
            // Name, subject and bodies, encrypted; absent once sent or past its life.
            ["body"] = FieldKind.Text,
            // Raised by every claim, and thereby the proof of whose claim is the newest.
            ["attempts"] = FieldKind.Integer,
            // While sending: the end of the lease.
            ["nextAttemptAt"] = FieldKind.Instant,
            ["createdAt"] = FieldKind.Instant,
            ["usableUntil"] = FieldKind.Instant,
            ["endedAt"] = FieldKind.Instant,
            ["lastError"] = FieldKind.Text,
            ["removeAt"] = FieldKind.Instant,
        },
        [
            new IndexDefinition("due", ["channel", "state", "nextAttemptAt"]),
            new IndexDefinition("removal", ["removeAt"], Optional: true, Expires: true),
        ]);

    public static string Name(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "email",
        MessageChannel.Sms => "sms",
    };

    public static MessageChannel Channel(string name) =>
        Enum.GetValues<MessageChannel>().Single(channel => Name(channel) == name);
}
