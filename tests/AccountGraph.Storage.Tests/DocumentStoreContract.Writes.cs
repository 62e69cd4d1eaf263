namespace AccountGraph.Storage.Tests;

public abstract partial class DocumentStoreContract
{
    private static readonly Filter Any = new Filter.All();

    public static TheoryData<string> DifficultTexts { get; } =
    [
        "",
        " ",
        "\"quoted\" \\ back\\slash / 'single' %_*?[a-z]$",
        "line\r\nbreak\ttab\u0001\u0002\u0003\u001f\u007f\u0080",
        "before\0after",
        "\0",
        "\u0001\u0002\u0002",
        "Grüße, 東京, Ελλάδα, עברית",
        "👩‍👩‍👧‍👦 🏳️‍🌈 \U0010FFFF",
        "e\u0301 and é are different",
        "\uFFFE\uFEFF\uE000\u2028",
        "{\"$gt\":\"\"}",
        "a.b.$c",
    ];

    [Fact]
    public async Task An_inserted_document_has_version_1_and_every_field()
    {
        var item = Items.Item(
            "a",
            ("name", "Ann"),
            ("count", long.MaxValue),
            ("isActive", false),
            ("seenAt", new Instant(-1)),
            ("tags", (IReadOnlyList<string>)["x", "", "y"]));

        var written = await InsertAsync(new Document("a", 77, item.Fields));

        foreach (var document in new[] { written, (await GetAsync("a"))! })
        {
            Assert.Equal("a", document.Id);
            Assert.Equal(1, document.Version);
            Assert.Equal(item.Fields.Count, document.Fields.Count);
            Assert.Equal("Ann", document.Text("name"));
            Assert.Equal(long.MaxValue, document.Integer("count"));
            Assert.Equal(false, document.Fields["isActive"]);
            Assert.Equal(Items.Noon, document.Time("createdAt"));
            Assert.Equal(new Instant(-1), document.Time("seenAt"));
            Assert.Equal(["x", "", "y"], document.Texts("tags"));
        }
    }

    [Fact]
    public async Task A_missing_document_is_null()
    {
        Assert.Null(await GetAsync("nobody"));
    }

    [Theory]
    [MemberData(nameof(DifficultTexts))]
    public async Task Text_comes_back_and_is_found_as_it_was(string text)
    {
        await InsertAsync(Items.Item("other", ("name", "something else")));
        await InsertAsync(Items.Item("a", ("name", text), ("tags", (IReadOnlyList<string>)[text])));

        var found = await Store.FindAsync(Collection, new Query(Filter.Equal("name", text)), Cancellation);

        var document = Assert.Single(found);
        Assert.Equal(text, document.Text("name"));
        Assert.Equal([text], document.Texts("tags"));
        Assert.Equal("a", await IdsAsync(new Filter.In("name", [text])));
        Assert.Contains("a",
            await IdsAsync(new Filter.TextMatch("name", text, Prefix: true)), StringComparison.Ordinal);
        Assert.Contains("a",
            await IdsAsync(new Filter.TextMatch("name", text, Prefix: false)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ünï-👍")]
    [InlineData("a\0b")]
    [InlineData("_id")]
    public async Task An_id_may_be_any_text(string id)
    {
        await InsertAsync(Items.Item(id));

        Assert.Equal(id, (await GetAsync(id))?.Id);
        Assert.Equal(id, await IdsAsync(Filter.Equal("_id", id)));
        Assert.True(await Store.DeleteAsync(Collection, id, Any, Cancellation));
        Assert.Null(await GetAsync(id));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_stored_as_the_replacement_character()
    {
        var written = await InsertAsync(Items.Item("a", ("name", "x\ud83dy")));

        Assert.Equal("x\ufffdy", written.Text("name"));
        Assert.Equal("x\ufffdy", (await GetAsync("a"))!.Text("name"));
    }

    [Fact]
    public async Task A_text_of_64_KB_comes_back()
    {
        var big = string.Concat(Enumerable.Range(0, 16 * 1024).Select(number => $"{number % 10}ä\""));

        await InsertAsync(Items.Item("a", ("name", big)));

        Assert.Equal(big, (await GetAsync("a"))!.Text("name"));
        Assert.Equal("a", await IdsAsync(Filter.Equal("name", big)));
    }

    [Fact]
    public async Task A_document_handed_over_may_be_changed_afterwards_without_effect()
    {
        var fields = new Dictionary<string, object>(Items.Item("a", ("name", "before")).Fields);
        var written = await InsertAsync(new Document("a", 0, fields));

        fields["name"] = "after";

        Assert.Equal("before", written.Text("name"));
        Assert.Equal("before", (await GetAsync("a"))!.Text("name"));
    }

    [Fact]
    public async Task A_taken_id_refuses_the_insert()
    {
        await InsertAsync(Items.Item("a", ("name", "first")));

        var result = await TryInsertAsync(Items.Item("a", ("kind", "other"), ("name", "second")));

        Assert.Equal(WriteResult.KeyTaken("_id"), result);
        Assert.Equal("first", (await GetAsync("a"))!.Text("name"));
    }

    [Fact]
    public async Task A_unique_index_refuses_by_name_whatever_the_write()
    {
        await InsertAllAsync(
            Items.Item("a", ("email", "a@x"), ("kind", "k"), ("number", 1L)),
            Items.Item("b", ("email", "b@x"), ("kind", "k"), ("number", 2L)));
        var b = (await GetAsync("b"))!;

        var insert = await TryInsertAsync(Items.Item("c", ("email", "a@x")));
        var replace = await Store.ReplaceAsync(Collection, With(b, ("email", "a@x")), Cancellation);
        var update = await UpdateAsync("b", Any, new Change.Set("number", 1L));

        Assert.Equal(WriteResult.KeyTaken("email"), insert);
        Assert.Equal(WriteResult.KeyTaken("email"), replace);
        Assert.Equal(WriteResult.KeyTaken("kindNumber"), update);
        Assert.Null(await GetAsync("c"));
        var untouched = (await GetAsync("b"))!;
        Assert.Equal((1, "b@x", 2), (untouched.Version, untouched.Text("email"), untouched.Integer("number")));
    }

    [Fact]
    public async Task Unique_keys_compare_byte_by_byte()
    {
        await InsertAllAsync(
            Items.Item("a", ("email", "ann@x")),
            Items.Item("b", ("email", "Ann@x")),
            Items.Item("c", ("email", "ann@x\0")),
            Items.Item("d", ("email", "")));

        Assert.Equal(WriteResult.KeyTaken("email"), await TryInsertAsync(Items.Item("e", ("email", ""))));
    }

    [Fact]
    public async Task An_optional_unique_field_may_be_absent_many_times()
    {
        await InsertAllAsync(Items.Item("a"), Items.Item("b"), Items.Item("c", ("email", "c@x")));

        var removed = await UpdateAsync("c", Any, new Change.Set("email", null));

        Assert.Equal(WriteOutcome.Written, removed.Outcome);
        Assert.Equal(WriteOutcome.Written, (await TryInsertAsync(Items.Item("d", ("email", "c@x")))).Outcome);
    }

    [Fact]
    public async Task A_key_is_free_again_after_its_document_was_deleted()
    {
        await InsertAsync(Items.Item("a", ("email", "a@x"), ("name", "old")));
        await Store.DeleteAsync(Collection, "a", Any, Cancellation);

        var again = await InsertAsync(Items.Item("a", ("email", "a@x"), ("name", "new")));

        Assert.Equal(1, again.Version);
        Assert.Equal("new", (await GetAsync("a"))!.Text("name"));
    }

    [Fact]
    public async Task A_replacement_needs_the_stored_version()
    {
        var first = await InsertAsync(Items.Item("a", ("name", "1"), ("count", 1L)));

        var replaced = await Store.ReplaceAsync(Collection, Items.Item("a", ("name", "2")).At(1), Cancellation);
        var stale = await Store.ReplaceAsync(Collection, With(first, ("name", "3")), Cancellation);
        var missing = await Store.ReplaceAsync(Collection, Items.Item("b").At(1), Cancellation);

        Assert.Equal((WriteOutcome.Written, 2L), (replaced.Outcome, replaced.Document!.Version));
        Assert.Equal(WriteResult.VersionMoved, stale);
        Assert.Equal(WriteResult.Missing, missing);
        var now = (await GetAsync("a"))!;
        Assert.Equal((2, "2"), (now.Version, now.Text("name")));
        Assert.False(now.Fields.ContainsKey("count"));
    }

    [Fact]
    public async Task An_update_sets_removes_and_adds()
    {
        await InsertAsync(Items.Item("a", ("name", "old"), ("email", "a@x"), ("number", 5L)));

        var result = await UpdateAsync(
            "a",
            Any,
            new Change.Set("name", "new"),
            new Change.Set("email", null),
            new Change.Add("number", -7),
            new Change.Add("count", 3),
            new Change.Set("tags", (IReadOnlyList<string>)["t"]),
            new Change.Set("isActive", true),
            new Change.Set("expiresAt", Items.Noon));

        foreach (var document in new[] { result.Document!, (await GetAsync("a"))! })
        {
            Assert.Equal(2, document.Version);
            Assert.Equal("new", document.Text("name"));
            Assert.False(document.Fields.ContainsKey("email"));
            Assert.Equal(-2, document.Integer("number"));
            Assert.Equal(3, document.Integer("count"));
            Assert.Equal(["t"], document.Texts("tags"));
            Assert.True(document.Flag("isActive"));
            Assert.Equal(Items.Noon, document.Time("expiresAt"));
            Assert.Equal("someone", document.Text("owner"));
        }
    }

    [Fact]
    public async Task An_update_happens_only_while_its_guard_holds()
    {
        await InsertAsync(Items.Item("a", ("isActive", true)));
        var guard = Filter.Equal("isActive", true);
        var use = new Change.Set("isActive", false);

        var first = await UpdateAsync("a", guard, use);
        var second = await UpdateAsync("a", guard, use);
        var nobody = await UpdateAsync("nobody", Any, use);

        Assert.Equal(WriteOutcome.Written, first.Outcome);
        Assert.Equal(WriteResult.Missing, second);
        Assert.Equal(WriteResult.Missing, nobody);
        Assert.Equal(2, (await GetAsync("a"))!.Version);
    }

    [Fact]
    public async Task A_guard_may_be_any_filter()
    {
        await InsertAsync(Items.Item("a", ("count", 2L), ("expiresAt", Items.Noon.AddSeconds(1))));
        var guard = Filter.Both(
            Items.Compare("count", ComparisonOperator.Less, 3L),
            Items.Compare("email", ComparisonOperator.Equal, null),
            Items.Compare("expiresAt", ComparisonOperator.Greater, Items.Noon),
            new Filter.Or(Filter.Equal("owner", "nobody"), new Filter.In("owner", ["someone"])));

        var first = await UpdateAsync("a", guard, new Change.Add("count", 1));
        var second = await UpdateAsync("a", guard, new Change.Add("count", 1));

        Assert.Equal((WriteOutcome.Written, WriteOutcome.Missing), (first.Outcome, second.Outcome));
    }

    [Fact]
    public async Task A_delete_happens_once_and_only_while_its_guard_holds()
    {
        await InsertAsync(Items.Item("a", ("name", "x")));

        Assert.False(await Store.DeleteAsync(Collection, "a", Filter.Equal("name", "y"), Cancellation));
        Assert.NotNull(await GetAsync("a"));
        Assert.True(await Store.DeleteAsync(Collection, "a", Filter.Equal("name", "x"), Cancellation));
        Assert.False(await Store.DeleteAsync(Collection, "a", Any, Cancellation));
        Assert.Null(await GetAsync("a"));
    }

    [Fact]
    public async Task DeleteMany_removes_exactly_the_matches()
    {
        var items = Enumerable.Range(0, 1203)
            .Select(number => Items.Item($"i{number}", ("owner", number % 400 == 0 ? "kept" : "gone")));
        await Task.WhenAll(items.Select(item => InsertAsync(item)));

        var removed = await Store.DeleteManyAsync(Collection, Filter.Equal("owner", "gone"), Cancellation);
        var again = await Store.DeleteManyAsync(Collection, Filter.Equal("owner", "gone"), Cancellation);

        Assert.Equal((1199, 0), (removed, again));
        Assert.Equal("i0 i1200 i400 i800", await IdsAsync(Any));
        Assert.Null(await GetAsync("i1"));
        Assert.Empty(await Store.FindAsync(Collection, new Query(Filter.Equal("owner", "gone")), Cancellation));
    }

    [Fact]
    public async Task Values_of_another_kind_are_refused()
    {
        await InsertAsync(Items.Item("a"));

        await RefusesAsync(() => TryInsertAsync(Items.Item("b", ("name", 1L))));
        await RefusesAsync(() => TryInsertAsync(Items.Item("b", ("count", 1))));
        await RefusesAsync(() => TryInsertAsync(Items.Item("b", ("count", 1.5))));
        await RefusesAsync(() => TryInsertAsync(Items.Item("b", ("createdAt", 1L))));
        await RefusesAsync(() => TryInsertAsync(Items.Item("b", ("name", null!))));
        await RefusesAsync(() => TryInsertAsync(Items.Item("b", ("unknown", "x"))));
        await RefusesAsync(() => TryInsertAsync(Items.Item("")));
        await RefusesAsync(() => UpdateAsync("a", Any, new Change.Set("isActive", "true")));
        await RefusesAsync(() => UpdateAsync("a", Any, new Change.Add("name", 1)));
        await RefusesAsync(() => UpdateAsync("a", Any, new Change.Set("unknown", null)));
        await RefusesAsync(() => UpdateAsync("a", Any, new Change.Set("count", 1L), new Change.Add("count", 1)));
    }

    [Fact]
    public async Task Partition_and_unique_fields_are_mandatory()
    {
        await InsertAsync(Items.Item("a"));
        var bare = new Dictionary<string, object> { ["owner"] = "x", ["kind"] = "y" };

        await RefusesAsync(() => TryInsertAsync(new Document("b", 0, bare)));
        await RefusesAsync(() => UpdateAsync("a", Any, new Change.Set("number", null)));
        await RefusesAsync(() => UpdateAsync("a", Any, new Change.Set("owner", null)));
    }

    private static Document With(Document document, params (string Field, object Value)[] fields)
    {
        var values = new Dictionary<string, object>(document.Fields);
        foreach (var (field, value) in fields) values[field] = value;
        return new Document(document.Id, document.Version, values);
    }

    private static async Task RefusesAsync<T>(Func<ValueTask<T>> call) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await call());
}
