using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.Sqlite;
using AccountGraph.Storage.Sqlite.Caching;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AccountGraph.Storage.Tests.Sqlite;

/// <summary>Every order in which a reader's answer can meet a write, step by step.</summary>
public sealed class CollectionCacheTests
{
    private const string Owner = "someone";

    private readonly CollectionCache _cache = new(new DocumentCache(1000));
    private readonly Document _old = Items.Item("a").At(1);
    private readonly Document _new = Items.Item("a").At(2);

    private DocumentWrite Update => new(_cache, "a", Owner, Owner, _new);

    [Fact]
    public void An_answer_from_before_the_write_is_not_kept()
    {
        var (document, list) = Stamps();
        Update.Begin();
        Update.End(isCommitted: true);

        Offer(_old, document, list);

        Assert.Same(_new, _cache.FindDocument("a"));
        Assert.Null(_cache.FindList(Owner));
    }

    [Fact]
    public void An_answer_from_during_the_write_is_not_kept_before_or_after_its_end()
    {
        Update.Begin();
        var (document, list) = Stamps();
        Offer(_old, document, list);
        Assert.Null(_cache.FindDocument("a"));
        Assert.Null(_cache.FindList(Owner));

        Update.End(isCommitted: false);
        Offer(_old, document, list);

        Assert.Null(_cache.FindDocument("a"));
        Assert.Null(_cache.FindList(Owner));
    }

    [Fact]
    public void An_answer_from_after_the_write_is_kept()
    {
        Update.Begin();
        Update.End(isCommitted: false);
        var (document, list) = Stamps();

        Offer(_old, document, list);

        Assert.Same(_old, _cache.FindDocument("a"));
        Assert.Equal(["a"], ListedIds());
    }

    [Fact]
    public void Nothing_is_shown_between_the_announcement_and_the_end()
    {
        KeepOld();

        Update.Begin();
        Assert.Null(_cache.FindDocument("a"));
        Assert.Null(_cache.FindList(Owner));

        Update.End(isCommitted: true);
        Assert.Same(_new, _cache.FindDocument("a"));
        Assert.Same(_new, _cache.FindList(Owner)!.In(null, 10)[0]);
    }

    [Fact]
    public void A_commit_that_failed_leaves_nothing()
    {
        KeepOld();

        Update.Begin();
        Update.End(isCommitted: false);

        Assert.Null(_cache.FindDocument("a"));
        Assert.Null(_cache.FindList(Owner));
    }

    [Fact]
    public void Of_several_writes_in_one_commit_the_last_is_shown_and_none_before_it()
    {
        KeepOld();
        var last = Items.Item("a", ("owner", "other")).At(1);
        DocumentWrite[] writes =
        [
            Update,
            new DocumentWrite(_cache, "a", Owner, null, null),
            new DocumentWrite(_cache, "a", null, "other", last),
            new DocumentWrite(_cache, "b", null, Owner, Items.Item("b").At(1)),
        ];
        foreach (var write in writes) write.Begin();

        writes[0].End(isCommitted: true);
        writes[1].End(isCommitted: true);
        Assert.Null(_cache.FindDocument("a"));
        Assert.Null(_cache.FindList(Owner));
        writes[2].End(isCommitted: true);
        writes[3].End(isCommitted: true);

        Assert.Same(last, _cache.FindDocument("a"));
        Assert.Equal(["b"], ListedIds());
    }

    [Fact]
    public void A_list_that_grew_too_long_is_not_kept()
    {
        var many = Enumerable.Range(0, PartitionList.MaxCount).Select(number => Items.Item($"i{number}").At(1));
        _cache.Offer(Owner, new PartitionList(many), _cache.ListStamp(Owner));
        var write = new DocumentWrite(_cache, "a", null, Owner, _new);

        write.Begin();
        write.End(isCommitted: true);

        Assert.Null(_cache.FindList(Owner));
    }

    [Fact]
    public void The_writer_announces_before_it_commits_and_ends_before_it_answers()
    {
        _ = SqliteDocumentStore.Library;
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var session = new SqliteSession(connection);
        session.Execute("create table any(value integer)");
        var isAnnounced = false;
        raw.sqlite3_commit_hook(
            connection.Handle,
            _ =>
            {
                isAnnounced = _cache.FindDocument("a") is null;
                return 0;
            },
            null);
        KeepOld();
        var call = new WriteCall(Update, () => Assert.Same(_new, _cache.FindDocument("a"))) { Deadline = 0 };

        new SqliteWriter(session).Run([call]);

        Assert.True(isAnnounced);
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task Reads_stay_fresh_while_the_cache_is_too_small_for_what_is_read()
    {
        using var folder = new TemporaryFolder();
        var collection = Items.NewCollection();
        await using var store = SqliteDocumentStore.Open(
            new SqliteOptions { Path = folder.File("store.db"), CacheEntries = 1 }, TimeProvider.System);
        await store.EnsureAsync(collection, CancellationToken.None);

        await new FreshReadRace(store, collection).RunAsync(TimeSpan.FromSeconds(2));
    }

    private (long Document, long List) Stamps() => (_cache.DocumentStamp("a"), _cache.ListStamp(Owner));

    private void Offer(Document document, long documentStamp, long listStamp)
    {
        _cache.Offer(document, documentStamp);
        _cache.Offer(Owner, new PartitionList([document]), listStamp);
    }

    private void KeepOld()
    {
        var (document, list) = Stamps();
        Offer(_old, document, list);
        Assert.Same(_old, _cache.FindDocument("a"));
    }

    private IEnumerable<string> ListedIds() => _cache.FindList(Owner)!.In(null, 10).Select(document => document.Id);

    private sealed class WriteCall(DocumentWrite write, Action complete) : Call<SqliteWriter>
    {
        private bool _isOver;

        public override bool IsOver => _isOver;

        public override void Run(SqliteWriter session)
        {
            session.Session.Execute("insert into any values(1)");
            session.Changed(write);
        }

        public override void Complete()
        {
            complete();
            _isOver = true;
        }

        public override void Fail(Exception reason) => throw reason;
    }
}
