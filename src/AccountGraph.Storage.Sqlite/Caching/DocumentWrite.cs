namespace AccountGraph.Storage.Sqlite.Caching;

/// <summary>What a statement of the writer changed, to be announced before the commit and ended after it.</summary>
/// <param name="OldPartition">Where the document was listed; null when it was not.</param>
/// <param name="NewPartition">Where it is listed now; null when it is not.</param>
/// <param name="Now">Null when it was deleted.</param>
internal readonly record struct DocumentWrite(
    CollectionCache Cache, string Id, string? OldPartition, string? NewPartition, Document? Now)
{
    public void Begin() => Cache.BeginWrite(this);

    public void End(bool isCommitted) => Cache.EndWrite(this, isCommitted);
}
