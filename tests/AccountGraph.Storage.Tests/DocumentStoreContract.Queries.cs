using static AccountGraph.Storage.ComparisonOperator;

namespace AccountGraph.Storage.Tests;

public abstract partial class DocumentStoreContract
{
    /// <summary>Three documents with rising values and one without any, for a field of every kind.</summary>
    public static TheoryData<string, string, string> Comparisons { get; } =
        new MatrixTheoryData<string, string, string>(
            ["name", "count", "isActive", "createdAt", "_id"],
            Enum.GetNames<ComparisonOperator>(),
            ["low", "middle", "high"]).Aggregate(
                new TheoryData<string, string, string>(),
                (data, row) =>
                {
                    data.Add(row);
                    return data;
                });

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task A_comparison_matches_what_it_says(string field, string comparison, string against)
    {
        string[] ids = ["1low", "2middle", "3high"];
        var values = new Dictionary<string, object[]>
        {
            ["name"] = ["", "a", "ä"],
            ["count"] = [-5L, 0L, 1L << 53],
            ["isActive"] = [false, false, true],
            ["createdAt"] = [new Instant(-1), Items.Noon, Items.Noon.AddSeconds(1)],
            ["_id"] = ids,
        }[field];
        for (var at = 0; at < 3; at++)
        {
            var item = Items.Item(ids[at]);
            await InsertAsync(field == "_id" ? item : With(item, (field, values[at])));
        }

        // Without the field; an id there always is.
        if (field != "_id") await InsertAsync(Without(Items.Item("4none"), field));

        var value = values[against == "low" ? 0 : against == "middle" ? 1 : 2];
        var expected = ids.Where((_, at) => Holds(Order(values[at], value), comparison));
        if (comparison == "NotEqual" && field != "_id") expected = expected.Append("4none");
        var filter = Items.Compare(field, Enum.Parse<ComparisonOperator>(comparison), value);

        Assert.Equal(string.Join(' ', expected), await IdsAsync(filter));
        Assert.Equal(expected.Count(), await Store.CountAsync(Collection, filter, Cancellation));
    }

    [Fact]
    public async Task Null_means_absent_and_only_equality_knows_it()
    {
        await InsertAllAsync(Items.Item("a", ("name", ""), ("isActive", false), ("count", 0L)), Items.Item("b"));

        foreach (var field in new[] { "name", "isActive", "count", "expiresAt" })
        {
            var absent = field == "expiresAt" ? "a b" : "b";
            Assert.Equal(absent, await IdsAsync(Items.Compare(field, Equal, null)));
            Assert.Equal(field == "expiresAt" ? "" : "a", await IdsAsync(Items.Compare(field, NotEqual, null)));
        }

        await RefusesAsync(() => Store.CountAsync(Collection, Items.Compare("name", Less, null), Cancellation));
    }

    [Fact]
    public async Task A_list_matches_each_of_its_values_and_an_empty_list_nothing()
    {
        await InsertAllAsync(
            Items.Item("a", ("name", "x"), ("count", 1L), ("isActive", true), ("createdAt", new Instant(5))),
            Items.Item("b", ("name", "y"), ("count", 2L), ("isActive", false), ("createdAt", new Instant(6))),
            Items.Item("c"));

        Assert.Equal("a b", await IdsAsync(new Filter.In("name", ["x", "y", "z"])));
        Assert.Equal("b", await IdsAsync(new Filter.In("count", [2L, 3L])));
        Assert.Equal("a", await IdsAsync(new Filter.In("isActive", [true])));
        Assert.Equal("a b", await IdsAsync(new Filter.In("createdAt", [new Instant(5), new Instant(6)])));
        Assert.Equal("a c", await IdsAsync(new Filter.In("_id", ["c", "a", "d"])));
        Assert.Equal("", await IdsAsync(new Filter.In("name", [])));
    }

    [Fact]
    public async Task A_list_may_be_long()
    {
        await InsertAllAsync(Items.Item("a", ("name", "n4999")), Items.Item("b", ("name", "x")));

        var values = Enumerable.Range(0, 5000).Select(number => (object)$"n{number}").ToList();

        Assert.Equal("a", await IdsAsync(new Filter.In("name", values)));
    }

    [Fact]
    public async Task Text_is_searched_literally()
    {
        await InsertAllAsync(
            Items.Item("a", ("name", "50% off_today")),
            Items.Item("b", ("name", "50 offers")),
            Items.Item("c", ("name", "Off.*")),
            Items.Item("d", ("name", "")),
            Items.Item("e"));

        Assert.Equal("a", await IdsAsync(new Filter.TextMatch("name", "50%", Prefix: true)));
        Assert.Equal("a b", await IdsAsync(new Filter.TextMatch("name", "50", Prefix: true)));
        Assert.Equal("a b", await IdsAsync(new Filter.TextMatch("name", "off", Prefix: false)));
        Assert.Equal("c", await IdsAsync(new Filter.TextMatch("name", ".*", Prefix: false)));
        Assert.Equal("", await IdsAsync(new Filter.TextMatch("name", "off", Prefix: true)));
        Assert.Equal("a b c d", await IdsAsync(new Filter.TextMatch("name", "", Prefix: false)));
        Assert.Equal("a b c d", await IdsAsync(new Filter.TextMatch("name", "", Prefix: true)));
    }

    [Fact]
    public async Task A_prefix_ends_where_its_text_ends()
    {
        await InsertAllAsync(
            Items.Item("a", ("name", "z\U0010FFFF")),
            Items.Item("b", ("name", "z\U0010FFFFx")),
            Items.Item("c", ("name", "{")),
            Items.Item("d", ("name", "\uD7FFx")),
            Items.Item("e", ("name", "\uE000")),
            Items.Item("f", ("name", "👍!")),
            Items.Item("g", ("name", "👎")));

        Assert.Equal("a b", await IdsAsync(new Filter.TextMatch("name", "z\U0010FFFF", Prefix: true)));
        Assert.Equal("d", await IdsAsync(new Filter.TextMatch("name", "\uD7FF", Prefix: true)));
        Assert.Equal("f", await IdsAsync(new Filter.TextMatch("name", "👍", Prefix: true)));
    }

    [Fact]
    public async Task And_and_Or_combine_and_mean_all_and_nothing_when_empty()
    {
        await InsertAllAsync(
            Items.Item("a", ("name", "x"), ("count", 1L)),
            Items.Item("b", ("name", "x"), ("count", 2L)),
            Items.Item("c", ("name", "y"), ("count", 2L)));
        var x = Filter.Equal("name", "x");
        var two = Filter.Equal("count", 2L);

        Assert.Equal("b", await IdsAsync(Filter.Both(x, two)));
        Assert.Equal("a b c", await IdsAsync(new Filter.Or(x, two)));
        Assert.Equal("b",
            await IdsAsync(Filter.Both(new Filter.Or(x, Filter.Equal("name", "y")), Filter.Both(x, two))));
        Assert.Equal("b c", await IdsAsync(new Filter.Or(Filter.Both(x, two), Filter.Equal("name", "y"))));
        Assert.Equal("a b c", await IdsAsync(new Filter.And()));
        Assert.Equal("", await IdsAsync(new Filter.Or()));
        Assert.Equal("", await IdsAsync(Filter.Both(x, new Filter.Or())));
        Assert.Equal("a b", await IdsAsync(Filter.Both(x, new Filter.And(), new Filter.All())));
        Assert.Equal(3, await Store.CountAsync(Collection, new Filter.All(), Cancellation));
    }

    [Fact]
    public async Task Expiry_is_a_comparison()
    {
        await InsertAllAsync(
            Items.Item("past", ("expiresAt", Items.Noon)),
            Items.Item("future", ("expiresAt", Items.Noon.AddSeconds(60))));

        Assert.Equal("future", await IdsAsync(Items.Compare("expiresAt", Greater, Items.Noon)));
    }

    [Fact]
    public async Task Filters_of_another_kind_are_refused()
    {
        await RefusesAsync(() => CountAsync(Filter.Equal("name", 1L)));
        await RefusesAsync(() => CountAsync(Filter.Equal("count", "1")));
        await RefusesAsync(() => CountAsync(Filter.Equal("createdAt", 1L)));
        await RefusesAsync(() => CountAsync(Filter.Equal("unknown", "x")));
        await RefusesAsync(() => CountAsync(Filter.Equal("tags", "x")));
        await RefusesAsync(() => CountAsync(new Filter.In("name", ["x", 1L])));
        await RefusesAsync(() => CountAsync(new Filter.TextMatch("count", "1", Prefix: true)));
        await RefusesAsync(() => CountAsync(new Filter.Or(new Filter.All(), Filter.Both(Filter.Equal("_id", 1L)))));
        await RefusesAsync(() => Store.FindAsync(
            Collection, new Query(new Filter.All(), new Sort("unknown")), Cancellation));
        await RefusesAsync(() => UpdateAsync("a", Filter.Equal("count", true)));
        await RefusesAsync(() => Store.DeleteAsync(Collection, "a", Filter.Equal("count", true), Cancellation));
        await RefusesAsync(() => Store.DeleteManyAsync(Collection, Filter.Equal("count", true), Cancellation));
    }

    [Fact]
    public async Task Without_an_order_documents_come_by_id_in_the_order_of_code_points()
    {
        string[] ids = ["b", "B", "👍", "\uFF5E", "a", "ab"];
        await InsertAllAsync([.. ids.Select(id => Items.Item(id))]);

        Assert.Equal("B a ab b \uFF5E 👍", await IdsAsync(Any));
        Assert.Equal("B a ab b \uFF5E 👍", await IdsAsync(Filter.Equal("owner", "someone")));
        Assert.Equal("B a ab b \uFF5E 👍", await IdsAsync(Filter.Equal("owner", "someone")));
    }

    [Theory]
    [InlineData("number")]
    [InlineData("name")]
    [InlineData("createdAt")]
    [InlineData("isActive")]
    public async Task Sorted_documents_tie_by_id_in_the_same_direction(string field)
    {
        object[] values = field switch
        {
            "number" => [-1L, 10L, 9L],
            "name" => ["", "\U0001F600", "\uFF5E"],
            "isActive" => [false, true, true],
            _ => [new Instant(-1), new Instant(10), new Instant(9)],
        };
        await InsertAllAsync(
            Items.Item("c", (field, values[0])),
            Items.Item("b", (field, values[1])),
            Items.Item("a", (field, values[1])),
            Items.Item("d", (field, values[2])));
        var rising = field == "isActive" ? "c a b d" : "c d a b";
        var falling = string.Join(' ', rising.Split(' ').Reverse());

        // Asked twice of the partition: the second answer may come from memory, in the same order.
        foreach (var filter in new[] { Any, Filter.Equal("owner", "someone"), Filter.Equal("owner", "someone") })
        {
            Assert.Equal(rising, await IdsAsync(new Query(filter, new Sort(field))));
            Assert.Equal(falling, await IdsAsync(new Query(filter, new Sort(field, Descending: true))));
        }
    }

    [Fact]
    public async Task Limit_and_offset_cut_the_page()
    {
        await InsertAllAsync(Items.Item("a"), Items.Item("b"), Items.Item("c"), Items.Item("d"));

        foreach (var filter in new[] { Any, Filter.Equal("owner", "someone"), Filter.Equal("owner", "someone") })
        {
            Assert.Equal("a b", await IdsAsync(new Query(filter, Limit: 2)));
            Assert.Equal("c d", await IdsAsync(new Query(filter, Limit: 3, Offset: 2)));
            Assert.Equal("", await IdsAsync(new Query(filter, Limit: 3, Offset: 4)));
            Assert.Equal("", await IdsAsync(new Query(filter, Limit: 0)));
            Assert.Equal("a b c d", await IdsAsync(new Query(filter)));
        }

        await RefusesAsync(() => Store.FindAsync(Collection, new Query(Any, Limit: -1), Cancellation));
    }

    [Theory]
    [InlineData("_id", false)]
    [InlineData("_id", true)]
    [InlineData("createdAt", false)]
    [InlineData("createdAt", true)]
    [InlineData("kind", false)]
    [InlineData("kind", true)]
    public async Task A_cursor_visits_every_document_once_in_order(string field, bool isDescending)
    {
        var items = Enumerable.Range(0, 23).Select(number => Items.Item(
            $"i{number * 7 % 23:00}",
            ("kind", $"k{number % 3}"),
            ("number", (long)number),
            ("createdAt", new Instant(number / 5)),
            ("owner", number % 11 == 0 ? "other" : "someone")));
        await InsertAllAsync([.. items]);
        var order = new Sort(field, isDescending);
        var whole = await IdsAsync(new Query(Filter.Equal("owner", "someone"), order));

        var visited = new List<Document>();
        while (true)
        {
            var page = await Store.FindAsync(
                Collection,
                new Query(Filter.Equal("owner", "someone"), order, Limit: 4, After: visited.LastOrDefault()),
                Cancellation);
            if (page.Count == 0) break;
            visited.AddRange(page);
        }

        Assert.Equal(20, visited.Count);
        Assert.Equal(whole, string.Join(' ', visited.Select(document => document.Id)));
    }

    [Fact]
    public async Task A_cursor_goes_on_behind_a_document_that_is_gone()
    {
        await InsertAllAsync(Items.Item("a"), Items.Item("b"), Items.Item("c"));
        var b = (await GetAsync("b"))!;
        await Store.DeleteAsync(Collection, "b", Any, Cancellation);

        Assert.Equal("c", await IdsAsync(new Query(Any, After: b)));
        Assert.Equal("c", await IdsAsync(new Query(Any, new Sort("createdAt"), After: b)));
    }

    [Fact]
    public async Task The_list_of_a_partition_follows_every_write()
    {
        var anns = new Query(Filter.Equal("owner", "ann"), new Sort("createdAt"));
        Assert.Equal("", await IdsAsync(anns));

        await InsertAllAsync(Items.Item("a", ("owner", "ann")), Items.Item("b", ("owner", "ann")), Items.Item("c"));
        Assert.Equal("a b", await IdsAsync(anns));

        await UpdateAsync("a", Any, new Change.Set("createdAt", Items.Noon.AddSeconds(9)));
        Assert.Equal("b a", await IdsAsync(anns));

        await UpdateAsync("c", Any, new Change.Set("owner", "ann"), new Change.Set("createdAt", new Instant(1)));
        Assert.Equal("c b a", await IdsAsync(anns));
        Assert.Equal("", await IdsAsync(Filter.Equal("owner", "someone")));

        var b = (await GetAsync("b"))!;
        await Store.ReplaceAsync(Collection, With(b, ("owner", "bob")), Cancellation);
        Assert.Equal("c a", await IdsAsync(anns));

        await Store.DeleteAsync(Collection, "a", Any, Cancellation);
        Assert.Equal("c", await IdsAsync(anns));
        await Store.DeleteManyAsync(Collection, Filter.Equal("owner", "ann"), Cancellation);
        Assert.Equal("", await IdsAsync(anns));
        Assert.Equal("b", await IdsAsync(Filter.Equal("owner", "bob")));
    }

    private ValueTask<long> CountAsync(Filter filter) => Store.CountAsync(Collection, filter, Cancellation);

    private static Document Without(Document document, string field) => new(
        document.Id,
        document.Version,
        document.Fields.Where(pair => pair.Key != field).ToDictionary(pair => pair.Key, pair => pair.Value));

    private static int Order(object left, object right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (Instant one, Instant other) => one.CompareTo(other),
        _ => Comparer<object>.Default.Compare(left, right),
    };

    private static bool Holds(int order, string comparison) => Enum.Parse<ComparisonOperator>(comparison) switch
    {
        Equal => order == 0,
        NotEqual => order != 0,
        Less => order < 0,
        LessOrEqual => order <= 0,
        Greater => order > 0,
        GreaterOrEqual => order >= 0,
    };
}
