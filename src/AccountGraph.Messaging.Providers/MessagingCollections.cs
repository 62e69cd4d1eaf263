using AccountGraph.Messaging.Providers.Outbox;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers;

/// <summary>The collections of this room, to be made before the first message.</summary>
public static class MessagingCollections
{
    public static IReadOnlyList<CollectionDefinition> All { get; } =
        [MessageDocuments.Collection, OutboxDocuments.Collection];
}
