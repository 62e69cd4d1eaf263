namespace AccountGraph.Storage.Tests;

/// <summary>Writers and readers on the same few documents. Whoever was told of a version never reads an older one
/// afterwards, whichever way they read.</summary>
internal sealed class FreshReadRace(IDocumentStore store, CollectionDefinition collection)
{
    private static readonly string[] Ids = ["a", "b", "c"];

    private readonly long[] _answered = new long[Ids.Length];
    private int _turn;

    public async Task RunAsync(TimeSpan time)
    {
        foreach (var id in Ids)
        {
            await store.InsertAsync(collection, Items.Item(id, ("owner", "ann")), CancellationToken.None);
        }

        var end = Environment.TickCount64 + (long)time.TotalMilliseconds;
        Func<int, Task<Document>>[] readers = [ById, ById, ByList, ByList, ByFilter, ByTurns, ByTurns, ByTurns];
        await Task.WhenAll(
            [
                .. Enumerable.Range(0, Ids.Length).Select(at => Task.Run(() => WriteAsync(at, end))),
                .. readers.Select(read => Task.Run(() => ReadAsync(read, end))),
            ]);

        Assert.All(_answered, version => Assert.True(version > 1, "Nothing was written."));
    }

    private async Task WriteAsync(int at, long end)
    {
        Change[] changes = [new Change.Add("count", 1)];
        while (Environment.TickCount64 < end)
        {
            var result = await store.UpdateAsync(
                collection, Ids[at], new Filter.All(), changes, CancellationToken.None);
            Volatile.Write(ref _answered[at], result.Document!.Version);
        }
    }

    private async Task ReadAsync(Func<int, Task<Document>> read, long end)
    {
        var seen = new long[Ids.Length];
        for (var turn = 0; Environment.TickCount64 < end; turn++)
        {
            var at = turn % Ids.Length;
            var answered = Volatile.Read(ref _answered[at]);
            var document = await read(at);
            Assert.True(document.Version >= answered, $"{document.Version} was read after {answered} was answered.");
            Assert.True(document.Version >= seen[at], $"{document.Version} was read after {seen[at]} was read.");
            Assert.Equal(document.Version - 1, document.Integer("count"));
            seen[at] = document.Version;

            // Cached reads never wait, and without a pause eight readers would take every thread of a small machine.
            await Task.Yield();
        }
    }

    private async Task<Document> ById(int at) =>
        (await store.GetAsync(collection, Ids[at], CancellationToken.None))!;

    private async Task<Document> ByList(int at) => (await FindAsync(Filter.Equal("owner", "ann")))[at];

    private async Task<Document> ByFilter(int at) => (await FindAsync(Filter.Equal("kind", Ids[at])))[0];

    private Task<Document> ByTurns(int at) => (Interlocked.Increment(ref _turn) % 3) switch
    {
        0 => ById(at),
        1 => ByList(at),
        _ => ByFilter(at),
    };

    private ValueTask<IReadOnlyList<Document>> FindAsync(Filter filter) =>
        store.FindAsync(collection, new Query(filter), CancellationToken.None);
}
