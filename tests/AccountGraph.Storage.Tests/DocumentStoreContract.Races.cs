namespace AccountGraph.Storage.Tests;

public abstract partial class DocumentStoreContract
{
    private const int Callers = 32;

    [Fact]
    public async Task Of_many_guarded_updates_one_wins()
    {
        await InsertAsync(Items.Item("token", ("isActive", true)));

        var results = await AtOnceAsync(caller => UpdateAsync(
            "token",
            Filter.Equal("isActive", true),
            new Change.Set("isActive", false),
            new Change.Set("name", $"winner {caller}")).AsTask());

        var winner = Assert.Single(results, result => result.Outcome == WriteOutcome.Written);
        Assert.Equal(Callers - 1, results.Count(result => result == WriteResult.Missing));
        Assert.Equal(winner.Document!.Text("name"), (await GetAsync("token"))!.Text("name"));
    }

    [Fact]
    public async Task Of_many_deletes_one_wins()
    {
        await InsertAsync(Items.Item("token"));

        var results = await AtOnceAsync(_ => Store.DeleteAsync(Collection, "token", Any, Cancellation).AsTask());

        Assert.Single(results, true);
    }

    [Fact]
    public async Task Of_many_inserts_of_one_key_one_wins()
    {
        var results = await AtOnceAsync(
            caller => TryInsertAsync(Items.Item($"i{caller}", ("email", "ann@x"))).AsTask());

        var winner = Assert.Single(results, result => result.Outcome == WriteOutcome.Written);
        Assert.Equal(Callers - 1, results.Count(result => result == WriteResult.KeyTaken("email")));
        Assert.Equal(winner.Document!.Id, await IdsAsync(Filter.Equal("email", "ann@x")));
        Assert.Equal(1, await CountAsync(Any));
    }

    [Fact]
    public async Task Of_many_replacements_of_one_version_one_wins()
    {
        var first = await InsertAsync(Items.Item("a"));

        var results = await AtOnceAsync(
            caller => Store.ReplaceAsync(Collection, With(first, ("name", $"{caller}")), Cancellation).AsTask());

        Assert.Single(results, result => result.Outcome == WriteOutcome.Written);
        Assert.Equal(Callers - 1, results.Count(result => result == WriteResult.VersionMoved));
    }

    [Fact]
    public async Task No_addition_is_lost()
    {
        await InsertAsync(Items.Item("a"));

        var results = await AtOnceAsync(_ => UpdateAsync("a", Any, new Change.Add("count", 2)).AsTask());

        Assert.Equal(Callers, results.Select(result => result.Document!.Integer("count")).Distinct().Count());
        var now = (await GetAsync("a"))!;
        Assert.Equal((Callers + 1, Callers * 2), (now.Version, now.Integer("count")));
    }

    /// <summary>Whoever was told of a version never reads an older one afterwards, whichever way they read.</summary>
    [Fact]
    public async Task Reads_never_fall_behind_an_answered_write()
    {
        string[] ids = ["a", "b", "c"];
        foreach (var id in ids) await InsertAsync(Items.Item(id, ("owner", "ann")));
        var answered = new long[ids.Length];
        var end = Environment.TickCount64 + 1500;

        async Task WriteAsync(int at)
        {
            while (Environment.TickCount64 < end)
            {
                var result = await UpdateAsync(ids[at], Any, new Change.Add("count", 1));
                Raise(ref answered[at], result.Document!.Version);
            }
        }

        async Task ReadAsync(Func<int, Task<Document>> read)
        {
            var seen = new long[ids.Length];
            for (var turn = 0; Environment.TickCount64 < end; turn++)
            {
                var at = turn % ids.Length;
                var least = Volatile.Read(ref answered[at]);
                var document = await read(at);
                Assert.True(document.Version >= least, $"{document.Version} was read after {least} was answered.");
                Assert.True(document.Version >= seen[at], $"{document.Version} was read after {seen[at]}.");
                Assert.Equal(document.Version - 1, document.Integer("count"));
                seen[at] = document.Version;
            }
        }

        async Task<Document> ById(int at) => (await GetAsync(ids[at]))!;
        async Task<Document> ByList(int at) =>
            (await Store.FindAsync(Collection, new Query(Filter.Equal("owner", "ann")), Cancellation))[at];
        async Task<Document> ByFilter(int at) =>
            (await Store.FindAsync(Collection, new Query(Filter.Equal("kind", ids[at])), Cancellation))[0];
        var ways = 0;
        Task<Document> ByTurns(int at) => (Interlocked.Increment(ref ways) % 3) switch
        {
            0 => ById(at),
            1 => ByList(at),
            _ => ByFilter(at),
        };

        Func<int, Task<Document>>[] readers = [ById, ById, ByList, ByList, ByFilter, ByTurns, ByTurns, ByTurns];
        await Task.WhenAll(
            [
                .. Enumerable.Range(0, ids.Length).Select(at => Task.Run(() => WriteAsync(at), Cancellation)),
                .. readers.Select(read => Task.Run(() => ReadAsync(read), Cancellation)),
            ]);

        Assert.All(answered, version => Assert.True(version > 1));
    }

    private static async Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, Callers).Select(async caller =>
        {
            await start.Task;
            return await call(caller);
        }).ToArray();
        start.SetResult();
        return await Task.WhenAll(calls);
    }

    private static void Raise(ref long value, long to)
    {
        for (var now = Volatile.Read(ref value); now < to;)
        {
            var before = Interlocked.CompareExchange(ref value, to, now);
            if (before == now) return;
            now = before;
        }
    }
}
