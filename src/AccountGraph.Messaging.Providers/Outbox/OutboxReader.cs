using AccountGraph.Storage;

namespace AccountGraph.Messaging.Providers.Outbox;

/// <summary>Reads the kept messages, newest first.</summary>
public sealed class OutboxReader(IDocumentStore store)
{
    private const int Limit = 200;

    /// <param name="to">An address or number; null for everybody's messages.</param>
    public async ValueTask<IReadOnlyList<OutboxMessage>> ListAsync(string? to, CancellationToken cancellation)
    {
        var filter = string.IsNullOrWhiteSpace(to) ? new Filter.All() : Recipient(to.Trim().ToLowerInvariant());
        var documents = await store.FindAsync(
            OutboxDocuments.Collection,
            new Query(filter, new Sort("createdAt", Descending: true), Limit),
            cancellation);
        return [.. documents.Select(OutboxDocuments.Read)];
    }

    // The plus sign of a number typed into an address bar arrives as a space.
    private static Filter Recipient(string to) =>
        to.All(char.IsAsciiDigit) ? new Filter.In("to", [to, "+" + to]) : Filter.Equal("to", to);
}
