using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

// These tests are about whether an answer is there at once, which the rule forbids to ask.
#pragma warning disable CA2012

public sealed class DocumentCacheTests : IAsyncLifetime
{
    private const int Capacity = 100;

    private readonly TemporaryFolder _folder = new();
    private readonly CollectionDefinition _collection = Items.Collection("items");
    private readonly SqliteDocumentStore _store;

    public DocumentCacheTests()
    {
        _store = SqliteDocumentStore.Open(
            new SqliteOptions { Path = _folder.File("store.db"), CacheEntries = Capacity }, TimeProvider.System);
    }

    public ValueTask InitializeAsync() => _store.EnsureAsync(_collection, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_written_document_is_read_at_once_and_without_allocation()
    {
        var written = (await InsertAsync("a")).Document;

        var read = _store.GetAsync(_collection, "a", CancellationToken.None);

        Assert.True(read.IsCompletedSuccessfully);
        Assert.Same(written, await read);
        Assert.Equal(0, Allocated(() => _ = _store.GetAsync(_collection, "a", CancellationToken.None)));
    }

    [Fact]
    public async Task A_list_of_a_partition_is_read_at_once_after_it_was_asked_once_and_after_each_write()
    {
        var query = new Query(Filter.Equal("owner", "someone"), new Sort("number", Descending: true));
        await InsertAsync("a", ("number", 1L));
        await InsertAsync("b", ("number", 2L));
        await _store.FindAsync(_collection, query, CancellationToken.None);

        Assert.Equal("b a", AtOnce(query));
        await InsertAsync("c", ("number", 3L));
        Assert.Equal("c b a", AtOnce(query));
        await _store.DeleteAsync(_collection, "b", new Filter.All(), CancellationToken.None);
        Assert.Equal("c a", AtOnce(query));
        Assert.Equal("c", AtOnce(query with { Limit = 1 }));
        Assert.Equal("a c", AtOnce(query with { Order = null }));
        Assert.Equal(0, Allocated(() => _ = _store.FindAsync(_collection, query, CancellationToken.None)));
    }

    [Fact]
    public async Task What_a_document_means_is_made_once()
    {
        await InsertAsync("a");
        var made = 0;

        for (var read = 0; read < 3; read++)
        {
            var document = await _store.GetAsync(_collection, "a", CancellationToken.None);
            Assert.Equal("a!", document!.As(it =>
            {
                made++;
                return it.Id + "!";
            }));
        }

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_page_is_not_taken_for_the_whole_list()
    {
        foreach (var id in new[] { "a", "b", "c" }) await InsertAsync(id);
        var all = new Query(Filter.Equal("owner", "someone"));

        Assert.Equal(2, (await _store.FindAsync(_collection, all with { Limit = 2 }, CancellationToken.None)).Count);
        Assert.Single(await _store.FindAsync(_collection, all with { Offset = 2 }, CancellationToken.None));

        Assert.Equal(3, (await _store.FindAsync(_collection, all, CancellationToken.None)).Count);
        Assert.Equal("a b c", AtOnce(all));
    }

    [Fact]
    public async Task The_cache_keeps_to_its_size_and_keeps_what_is_used()
    {
        var first = (await InsertAsync("first")).Document;
        await InsertAsync("hot");
        for (var number = 0; number < 10 * Capacity; number++)
        {
            await InsertAsync($"i{number}");
            Assert.True(_store.GetAsync(_collection, "hot", CancellationToken.None).IsCompleted, "A used entry went.");
        }

        Assert.InRange(_store.CachedWeight, 1, Capacity);
        Assert.NotSame(first, await _store.GetAsync(_collection, "first", CancellationToken.None));
    }

    [Fact]
    public async Task Deleted_documents_leave_nothing_behind()
    {
        for (var number = 0; number < 3 * Capacity; number++)
        {
            await InsertAsync($"i{number}");
            await _store.DeleteAsync(_collection, $"i{number}", new Filter.All(), CancellationToken.None);
        }

        Assert.InRange(_store.CachedWeight, 0, Capacity);
    }

    [Fact]
    public async Task Large_documents_weigh_by_their_size()
    {
        var written = new List<Document>();
        for (var number = 0; number < 20; number++)
        {
            written.Add((await InsertAsync($"i{number}", ("name", new string('x', 20_000)))).Document!);
        }

        Assert.InRange(_store.CachedWeight, 20, Capacity);
        Assert.NotSame(written[0], await _store.GetAsync(_collection, "i0", CancellationToken.None));
        Assert.Same(written[19], await _store.GetAsync(_collection, "i19", CancellationToken.None));
    }

    private static long Allocated(Action read)
    {
        for (var warm = 0; warm < 100; warm++) read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1000; turn++) read();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
    }

    private async Task<WriteResult> InsertAsync(string id, params (string, object)[] fields) =>
        await _store.InsertAsync(_collection, Items.Item(id, fields), CancellationToken.None);

    private string AtOnce(Query query)
    {
        var found = _store.FindAsync(_collection, query, CancellationToken.None);
        Assert.True(found.IsCompletedSuccessfully);
        return string.Join(' ', found.GetAwaiter().GetResult().Select(document => document.Id));
    }
}
