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

    [Fact]
    public Task Reads_never_fall_behind_an_answered_write() =>
        new FreshReadRace(Store, Collection).RunAsync(TimeSpan.FromSeconds(1.5));

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
}
