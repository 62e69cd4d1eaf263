using System.Diagnostics;
using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

/// <summary>Prints operations per second of the SQLite store at 1, 16 and 64 callers.</summary>
internal static class StoreFigures
{
    private const int Documents = 50_000;
    private const int PerOwner = 5;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);
    private static readonly CollectionDefinition Collection = Items.Collection("items");

    public static async Task PrintAsync(string path)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(path + suffix);
        Console.WriteLine($"{SqliteDocumentStore.Library}, {Environment.ProcessorCount} processors, {path}");
        Console.WriteLine($"{"per second",-34}{"1 caller",12}{"16 callers",12}{"64 callers",12}");

        await using (var store = await OpenAsync(path, cacheEntries: 0))
        {
            var last = -1L;
            Func<ValueTask<WriteResult>> insert = () => store.InsertAsync(
                Collection, Item(Interlocked.Increment(ref last)), CancellationToken.None);
            while (last < Documents) await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => insert().AsTask()));
            await PrintAsync("insert", insert);
            await PrintAsync("guarded update", () => store.UpdateAsync(
                Collection,
                Id(Random(ref last)),
                new Filter.Compare("number", ComparisonOperator.GreaterOrEqual, 0L),
                [new Change.Add("count", 1)],
                CancellationToken.None));
            await PrintReadsAsync(store, "from the file");
        }

        await using (var store = await OpenAsync(path, cacheEntries: 8 * Documents))
        {
            for (var number = 0L; number < Documents; number++)
            {
                await store.GetAsync(Collection, Id(number), CancellationToken.None);
                await store.FindAsync(Collection, OfOwner(number), CancellationToken.None);
            }

            await PrintReadsAsync(store, "from the cache");
        }
    }

    private static async Task PrintReadsAsync(SqliteDocumentStore store, string from)
    {
        var last = 0L;
        await PrintAsync(
            $"get, {from}", () => store.GetAsync(Collection, Id(Random(ref last)), CancellationToken.None));
        await PrintAsync(
            $"list of {PerOwner}, {from}",
            () => store.FindAsync(Collection, OfOwner(Random(ref last)), CancellationToken.None));
    }

    private static async Task PrintAsync<T>(string name, Func<ValueTask<T>> call)
    {
        Console.Write($"{name,-34}");
        foreach (var callers in new[] { 1, 16, 64 })
        {
            var done = 0L;
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
            {
                var mine = 0L;
                for (; watch.Elapsed < Time; mine++) await call();
                Interlocked.Add(ref done, mine);
            })));
            Console.Write($"{done / watch.Elapsed.TotalSeconds,12:N0}");
        }

        Console.WriteLine();
    }

    private static async Task<SqliteDocumentStore> OpenAsync(string path, int cacheEntries)
    {
        var store = SqliteDocumentStore.Open(
            new SqliteOptions { Path = path, CacheEntries = cacheEntries }, TimeProvider.System);
        await store.EnsureAsync(Collection, CancellationToken.None);
        return store;
    }

    private static long Random(ref long last) => Interlocked.Increment(ref last) * 7919 % Documents;

    private static string Id(long number) => $"item{number:0000000000}";

    private static Query OfOwner(long number) =>
        new(Filter.Equal("owner", $"owner{number / PerOwner}"), new Sort("createdAt", Descending: true));

    // About 300 bytes of JSON.
    private static Document Item(long number) => Items.Item(
        Id(number),
        ("owner", $"owner{number / PerOwner}"),
        ("email", $"somebody{number}@example.com"),
        ("name", "Somebody with a name of ordinary length"),
        ("isActive", true),
        ("tags", (IReadOnlyList<string>)["a label", "another label", "a third and last label"]));
}
