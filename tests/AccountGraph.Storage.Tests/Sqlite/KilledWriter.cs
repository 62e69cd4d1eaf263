using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

/// <summary>Writes as fast as it can and prints what was answered, until it is killed.</summary>
internal static class KilledWriter
{
    public const int Callers = 16;

    public static readonly CollectionDefinition Collection = Items.Collection("items");

    public static string Counter(int caller) => $"counter {caller}";

    public static async Task RunAsync(string path)
    {
        var store = SqliteDocumentStore.Open(new SqliteOptions { Path = path }, TimeProvider.System);
        await store.EnsureAsync(Collection, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => WriteAsync(store, caller)));
    }

    private static async Task WriteAsync(SqliteDocumentStore store, int caller)
    {
        await store.InsertAsync(Collection, Items.Item(Counter(caller)), CancellationToken.None);
        while (true)
        {
            var id = Guid.NewGuid().ToString("N");
            var inserted = await store.InsertAsync(Collection, Items.Item(id), CancellationToken.None);
            if (inserted.Outcome == WriteOutcome.Written) await PrintAsync($"{id} 1");

            Change[] increment = [new Change.Add("count", 1)];
            var updated = await store.UpdateAsync(
                Collection, Counter(caller), new Filter.All(), increment, CancellationToken.None);
            await PrintAsync($"{Counter(caller)} {updated.Document!.Version}");
        }
    }

    private static Task PrintAsync(string line) => Console.Out.WriteLineAsync(line);
}
