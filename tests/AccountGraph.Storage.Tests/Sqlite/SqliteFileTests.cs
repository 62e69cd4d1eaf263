using AccountGraph.Storage.Sqlite;
using AccountGraph.Testing;
using Microsoft.Data.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_folder_is_made_and_documents_outlive_the_store()
    {
        var collection = Items.Collection("items");
        var path = _folder.File("new/folder/store.db");
        await using (var store = Open(path))
        {
            await store.EnsureAsync(collection, CancellationToken.None);
            await store.InsertAsync(collection, Items.Item("a", ("name", "ä")), CancellationToken.None);
        }

        await using var again = Open(path);
        await again.EnsureAsync(collection, CancellationToken.None);

        Assert.Equal("ä", (await again.GetAsync(collection, "a", CancellationToken.None))?.Text("name"));
    }

    [Fact]
    public async Task A_second_store_on_the_same_file_is_refused_until_the_first_ends()
    {
        var path = _folder.File("store.db");
        var first = Open(path);

        var refusal = Assert.Throws<StoreUnavailableException>(() => Open(path));

        Assert.Contains("another process has it open", refusal.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await Open(path).DisposeAsync();
    }

    [Fact]
    public void An_unusable_path_is_told_with_its_setting_and_reason()
    {
        File.WriteAllText(_folder.File("text.db"), string.Concat(Enumerable.Repeat("this is no database ", 100)));
        Directory.CreateDirectory(_folder.File("folder.db"));
        CreateForeignDatabase(_folder.File("foreign.db"));

        Refuses("text.db", "it is not an SQLite database");
        Refuses("folder.db", "it cannot be opened; is it a folder, or not permitted?");
        Refuses("foreign.db", "it is the database of another program");
        Refuses("text.db/below/store.db", "cannot be used");
        Refuses("/proc/store/store.db", "cannot be used");
    }

    [Fact]
    public async Task The_file_of_a_newer_release_is_refused()
    {
        var path = _folder.File("store.db");
        await Open(path).DisposeAsync();
        Execute(path, "pragma user_version=2");

        Refuses("store.db", "it was written by a newer release (format 2)");
    }

    [Fact]
    public async Task Expired_documents_are_removed_by_the_timer_and_others_stay()
    {
        var collection = Items.Collection("items");
        var clock = new ManualClock(Items.Noon.ToDateTimeOffset());
        await using var store = SqliteDocumentStore.Open(
            new SqliteOptions { Path = _folder.File("store.db"), SweepSeconds = 1 }, clock);
        await store.EnsureAsync(collection, CancellationToken.None);
        foreach (var (id, seconds) in new[] { ("past", -1), ("now", 0), ("future", 1) })
        {
            var item = Items.Item(id, ("expiresAt", Items.Noon.AddSeconds(seconds)));
            await store.InsertAsync(collection, item, CancellationToken.None);
        }

        await store.InsertAsync(collection, Items.Item("eternal"), CancellationToken.None);

        var end = Environment.TickCount64 + 10_000;
        while (await store.GetAsync(collection, "now", CancellationToken.None) is not null)
        {
            Assert.True(Environment.TickCount64 < end, "Nothing was removed.");
            await Task.Delay(20);
        }

        var left = await store.FindAsync(collection, new Query(new Filter.All()), CancellationToken.None);
        Assert.Equal(["eternal", "future"], left.Select(document => document.Id));
    }

    [Fact]
    public async Task A_full_disk_fails_writes_and_nothing_else_and_passes()
    {
        var collection = Items.Collection("items");
        var options = new SqliteOptions { Path = _folder.File("store.db") };
        _ = SqliteDocumentStore.Library;
        var file = SqliteFile.Claim(options);
        var session = file.OpenWriter();
        await using var store = new SqliteDocumentStore(
            options, TimeProvider.System, file, new SqliteWriter(session), [file.OpenReader()]);
        await store.EnsureAsync(collection, CancellationToken.None);
        var big = new string('x', 10_000);
        session.Execute("pragma max_page_count=60");

        var answered = new List<string>();
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            var item = Items.Item($"i{number}", ("name", big));
            try
            {
                await store.InsertAsync(collection, item, CancellationToken.None);
                lock (answered) answered.Add(item.Id);
                return null;
            }
            catch (StoreUnavailableException failure)
            {
                return failure.Message;
            }
        }));

        Assert.InRange(answered.Count, 1, 50);
        Assert.All(
            results.OfType<string>(), message => Assert.Equal("The database failed: the disk is full.", message));
        for (var number = 0; number < 100; number++)
        {
            var document = await store.GetAsync(collection, $"i{number}", CancellationToken.None);
            Assert.Equal(answered.Contains($"i{number}"), document is not null);
        }

        session.Execute("pragma max_page_count=100000");
        var after = await store.InsertAsync(collection, Items.Item("after", ("name", big)), CancellationToken.None);
        Assert.Equal(WriteOutcome.Written, after.Outcome);
    }

    [Fact]
    public async Task A_write_that_cannot_be_done_does_not_take_its_neighbours_with_it()
    {
        var collection = Items.Collection("items");
        await using var store = Open(_folder.File("store.db"));
        await store.EnsureAsync(collection, CancellationToken.None);
        await store.InsertAsync(collection, Items.Item("full", ("count", long.MaxValue)), CancellationToken.None);

        var overflows = Enumerable.Range(0, 50).Select(_ => Assert.ThrowsAsync<OverflowException>(
            async () => await store.UpdateAsync(
                collection, "full", new Filter.All(), [new Change.Add("count", 1)], CancellationToken.None)));
        var inserts = Enumerable.Range(0, 50).Select(
            number => store.InsertAsync(collection, Items.Item($"i{number}"), CancellationToken.None).AsTask());
        await Task.WhenAll(overflows.Zip(inserts).SelectMany(pair => new Task[] { pair.First, pair.Second }));

        Assert.Equal(51, await store.CountAsync(collection, new Filter.All(), CancellationToken.None));
        Assert.Equal(1, (await store.GetAsync(collection, "full", CancellationToken.None))!.Version);
    }

    [Fact]
    public void The_library_tells_version_and_origin()
    {
        Assert.Matches(@"^SQLite 3\.\d+\.\d+ \((system|bundled)\)$", SqliteDocumentStore.Library);
    }

    private static SqliteDocumentStore Open(string path) =>
        SqliteDocumentStore.Open(new SqliteOptions { Path = path }, TimeProvider.System);

    private static void CreateForeignDatabase(string path) => Execute(path, "create table notes(text text)");

    private static void Execute(string path, string sql)
    {
        _ = SqliteDocumentStore.Library;
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Refuses(string name, string reason)
    {
        var refusal = Assert.Throws<StoreUnavailableException>(() => Open(_folder.File(name)));
        Assert.StartsWith("Storage:Sqlite:Path: the database ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }
}
