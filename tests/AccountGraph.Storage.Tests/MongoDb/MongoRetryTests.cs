using AccountGraph.Storage.MongoDb;

namespace AccountGraph.Storage.Tests.MongoDb;

/// <summary>Broken connections and lost answers, with retryable writes (replica set) and without them
/// (standalone).</summary>
public sealed class MongoRetryTests : IAsyncLifetime
{
    private static readonly Filter Any = new Filter.All();

    private readonly CollectionDefinition _collection = Items.NewCollection();
    private MongoServer? _server;
    private MongoDbDocumentStore? _store;

    private MongoDbDocumentStore Store => _store!;

    public async ValueTask InitializeAsync() => await StartAsync("?replicaSet=rs0", "--replSet", "rs0");

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_single_write_and_every_read_survives_a_closed_connection()
    {
        Close("insert");
        var inserted = await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);
        Close("update");
        var replaced = await Store.ReplaceAsync(_collection, inserted.Document!, CancellationToken.None);
        Close("findAndModify");
        var updated = await UpdateAsync("a");
        Close("find");
        var found = await Store.GetAsync(_collection, "a", CancellationToken.None);
        Close("count");
        var count = await Store.CountAsync(_collection, Any, CancellationToken.None);
        Close("delete");
        var isDeleted = await Store.DeleteAsync(_collection, "a", Any, CancellationToken.None);

        Assert.Equal((WriteOutcome.Written, 2), (replaced.Outcome, replaced.Document!.Version));
        Assert.Equal((WriteOutcome.Written, 3), (updated.Outcome, updated.Document!.Version));
        Assert.Equal((3, 1, true), (found!.Version, count, isDeleted));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_done_once()
    {
        _server!.Fail("insert", 1, it => it.LoseReply());
        var inserted = await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);
        _server.Fail("update", 1, it => it.LoseReply());
        var replaced = await Store.ReplaceAsync(_collection, inserted.Document!, CancellationToken.None);
        _server.Fail("findAndModify", 1, it => it.LoseReply());
        var updated = await UpdateAsync("a");
        _server.Fail("delete", 1, it => it.LoseReply());
        var isDeleted = await Store.DeleteAsync(_collection, "a", Any, CancellationToken.None);

        Assert.Equal(1, inserted.Document!.Version);
        Assert.Equal(2, replaced.Document!.Version);
        Assert.Equal((3, 1), (updated.Document!.Version, updated.Document.Integer("count")));
        Assert.True(isDeleted);
    }

    [Fact]
    public async Task A_write_that_meets_its_own_first_try_is_done_not_refused()
    {
        _server!.Fail("insert", 1, it => it.LoseReply().Forget());
        var inserted = await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);
        _server.Fail("update", 1, it => it.LoseReply().Forget());
        var replaced = await Store.ReplaceAsync(_collection, inserted.Document!, CancellationToken.None);

        Assert.Equal((WriteOutcome.Written, 1), (inserted.Outcome, inserted.Document!.Version));
        Assert.Equal((WriteOutcome.Written, 2), (replaced.Outcome, replaced.Document!.Version));
        Assert.Equal(2, (await Store.GetAsync(_collection, "a", CancellationToken.None))!.Version);
    }

    [Fact]
    public async Task An_equal_document_of_somebody_else_is_not_taken_for_ones_own()
    {
        await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);

        var again = await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);

        Assert.Equal(WriteResult.KeyTaken("_id"), again);
    }

    [Fact]
    public async Task A_change_of_the_primary_is_retried()
    {
        _server!.Fail("insert", 1, it => it.Error(91, "RetryableWriteError"));
        var inserted = await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);

        Assert.Equal(WriteOutcome.Written, inserted.Outcome);
    }

    [Fact]
    public async Task Passing_errors_of_the_server_mean_unavailable_and_others_a_defect()
    {
        _server!.Fail("find", 1, it => it.Error(50));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await Store.GetAsync(_collection, "a", CancellationToken.None));

        _server.Fail("find", 1, it => it.Error(9));
        var defect = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.GetAsync(_collection, "a", CancellationToken.None));

        Assert.Contains("code 9", defect.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_retryable_writes_a_closed_connection_fails_one_write_and_no_other()
    {
        await DisposeAsync();
        await StartAsync("");
        Close("insert");

        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None));

        var again = await Store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);
        Assert.Equal(WriteOutcome.Written, again.Outcome);
    }

    [Fact]
    public async Task A_page_larger_than_a_reply_comes_whole()
    {
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            var item = Items.Item(id, ("name", new string('x', 7_000_000)), ("number", 4L - id[0]));
            await Store.InsertAsync(_collection, item, CancellationToken.None);
        }

        var byId = await Store.FindAsync(_collection, new Query(Any, Offset: 1), CancellationToken.None);
        var byNumber = await Store.FindAsync(
            _collection, new Query(Any, new Sort("number"), Limit: 3), CancellationToken.None);

        Assert.Equal(["b", "c", "d"], byId.Select(document => document.Id));
        Assert.Equal(["d", "c", "b"], byNumber.Select(document => document.Id));
    }

    private void Close(string command) => _server!.Fail(command, 1, it => it.CloseConnection());

    private async Task StartAsync(string query, params string[] options)
    {
        Assert.SkipWhen(MongoServer.Obstacle is not null, MongoServer.Obstacle ?? "");
        _server = await MongoServer.StartAsync(options);
        _store = MongoDbDocumentStore.Open(_server.Options(query));
        await _store.EnsureAsync(_collection, CancellationToken.None);
    }

    private ValueTask<WriteResult> UpdateAsync(string id) =>
        Store.UpdateAsync(_collection, id, Any, [new Change.Add("count", 1)], CancellationToken.None);
}
