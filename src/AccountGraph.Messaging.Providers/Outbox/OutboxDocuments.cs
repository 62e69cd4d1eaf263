using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers.Outbox;

/// <summary>Kept messages as documents.</summary>
internal static class OutboxDocuments
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    public static readonly CollectionDefinition Collection = new(
        "outbox",
        new Dictionary<string, FieldKind>
        {
            ["channel"] = FieldKind.Text,
            // Lower case, so that a search finds an address however it was typed.
            ["to"] = FieldKind.Text,
            ["kind"] = FieldKind.Text,
            ["subject"] = FieldKind.Text,
            ["text"] = FieldKind.Text,
            ["html"] = FieldKind.Text,
            ["createdAt"] = FieldKind.Instant,
            ["removeAt"] = FieldKind.Instant,
        },
        [
            new IndexDefinition("newest", ["createdAt"]),
            new IndexDefinition("recipient", ["to", "createdAt"]),
            new IndexDefinition("removal", ["removeAt"], Expires: true),
        ]);

    public static Document Write(OutboxMessage message) => new(
        message.Id,
        0,
        new Dictionary<string, object>
        {
            ["channel"] = message.Channel,
            ["to"] = message.To,
            ["kind"] = message.Kind,
            ["subject"] = message.Subject,
            ["text"] = message.Text,
            ["html"] = message.Html,
            ["createdAt"] = Instant.From(message.CreatedAt),
            ["removeAt"] = Instant.From(message.CreatedAt + Retention),
        });

    public static OutboxMessage Read(Document document) => new(
        document.Id,
        document.Text("channel")!,
        document.Text("to")!,
        document.Text("kind")!,
        document.Text("subject")!,
        document.Text("text")!,
        document.Text("html")!,
        document.Time("createdAt")!.Value.ToDateTimeOffset());
}
