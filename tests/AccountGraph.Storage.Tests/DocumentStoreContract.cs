namespace AccountGraph.Storage.Tests;

/// <summary>Every promise of <see cref="IDocumentStore"/>. An adapter supplies a store and nothing else.</summary>
public abstract partial class DocumentStoreContract : IAsyncLifetime
{
    private IDocumentStore? _store;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A collection of this test alone.</summary>
    protected CollectionDefinition Collection { get; } = Items.NewCollection();

    protected IDocumentStore Store => _store!;

    public async ValueTask InitializeAsync()
    {
        _store = await OpenAsync();
        await _store.EnsureAsync(Collection, Cancellation);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_store_that_lives_answers_the_ping()
    {
        await Store.PingAsync(Cancellation);
    }

    [Fact]
    public async Task Ensuring_again_changes_nothing()
    {
        await InsertAsync(Items.Item("a"));

        await Store.EnsureAsync(Collection, Cancellation);

        Assert.NotNull(await GetAsync("a"));
    }

    [Fact]
    public async Task An_index_whose_declaration_changed_is_made_anew()
    {
        await InsertAsync(Items.Item("a", ("name", "same")));
        var unique = Collection with
        {
            Indexes =
            [
                .. Collection.Indexes.Where(index => index.Name != "ownerCreated"),
                new IndexDefinition("ownerCreated", ["name"], Unique: true),
            ],
        };

        await Store.EnsureAsync(unique, Cancellation);

        var result = await Store.InsertAsync(unique, Items.Item("b", ("name", "same")), Cancellation);
        Assert.Equal(WriteResult.KeyTaken("ownerCreated"), result);
    }

    [Fact]
    public async Task An_index_cannot_become_unique_over_documents_that_break_it()
    {
        await InsertAllAsync(Items.Item("a", ("name", "same")), Items.Item("b", ("name", "same")));
        var unique = Collection with
        {
            Indexes = [.. Collection.Indexes, new IndexDefinition("name", ["name"], Unique: true)],
        };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.EnsureAsync(unique, Cancellation));

        Assert.Contains("The index 'name' of", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await GetAsync("a"));
    }

    [Fact]
    public async Task A_collection_that_was_not_ensured_is_refused()
    {
        var other = Items.NewCollection();

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.GetAsync(other, "a", Cancellation));
    }

    [Fact]
    public async Task A_cancelled_call_is_not_done()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.InsertAsync(Collection, Items.Item("a"), cancelled));

        Assert.Null(await GetAsync("a"));
    }

    protected abstract ValueTask<IDocumentStore> OpenAsync();

    private ValueTask<Document?> GetAsync(string id) => Store.GetAsync(Collection, id, Cancellation);

    private ValueTask<WriteResult> TryInsertAsync(Document document) =>
        Store.InsertAsync(Collection, document, Cancellation);

    private ValueTask<WriteResult> UpdateAsync(string id, Filter guard, params Change[] changes) =>
        Store.UpdateAsync(Collection, id, guard, changes, Cancellation);

    private async Task<Document> InsertAsync(Document document)
    {
        var result = await TryInsertAsync(document);
        Assert.Equal(WriteOutcome.Written, result.Outcome);
        return result.Document!;
    }

    private async Task InsertAllAsync(params Document[] documents)
    {
        foreach (var document in documents) await InsertAsync(document);
    }

    private async Task<string> IdsAsync(Query query)
    {
        var found = await Store.FindAsync(Collection, query, Cancellation);
        return string.Join(' ', found.Select(document => document.Id));
    }

    private Task<string> IdsAsync(Filter filter) => IdsAsync(new Query(filter));
}
