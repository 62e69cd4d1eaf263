namespace AccountGraph.Storage;

/// <summary>How a write ended.</summary>
/// <param name="Index">With KeyTaken: the name of the index that refused, <c>_id</c> for the id.</param>
/// <param name="Document">With Written: the document as it is now.</param>
public readonly record struct WriteResult(WriteOutcome Outcome, Document? Document = null, string? Index = null)
{
    public static WriteResult Written(Document document) => new(WriteOutcome.Written, document);

    public static WriteResult KeyTaken(string index) => new(WriteOutcome.KeyTaken, Index: index);

    public static WriteResult Missing { get; } = new(WriteOutcome.Missing);

    public static WriteResult VersionMoved { get; } = new(WriteOutcome.VersionMoved);
}
