using AccountGraph.Storage.Sqlite;
using AccountGraph.Storage.Sqlite.Caching;
using Microsoft.Data.Sqlite;
using static AccountGraph.Storage.ComparisonOperator;

namespace AccountGraph.Storage.Tests.Sqlite;

/// <summary>The expressions in queries must be those of the indexes, or every query reads the whole table.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly CollectionDefinition _collection = Items.Collection("items");

    private string Path => _folder.File("store.db");

    public async ValueTask InitializeAsync()
    {
        await using var store = SqliteDocumentStore.Open(new SqliteOptions { Path = Path }, TimeProvider.System);
        await store.EnsureAsync(_collection, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }

    [Fact]
    public void Indexed_filters_search_their_index()
    {
        Searches(Filter.Equal("_id", "a"), "PRIMARY KEY (id=?)");
        Searches(Filter.Equal("email", "a@x"), "INDEX items_email");
        Searches(new Filter.In("email", ["a@x", "b@x"]), "INDEX items_email");
        Searches(new Filter.TextMatch("email", "a@", Prefix: true), "INDEX items_email");
        Searches(Items.Compare("email", Equal, null), "INDEX items_email");
        Searches(Filter.Both(Filter.Equal("kind", "k"), Filter.Equal("number", 1L)), "INDEX items_kindNumber");
        Searches(new Filter.Or(Filter.Equal("email", "a"), Filter.Equal("owner", "o")), "INDEX items_ownerCreated");
    }

    [Fact]
    public void The_removal_of_what_expired_searches_its_index()
    {
        var plan = Plan(Table().DeleteSome(Items.Compare("expiresAt", LessOrEqual, Items.Noon), 500));

        Assert.Contains("SEARCH items USING INDEX items_expires", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cursor_searches_the_index_and_needs_no_sorting(bool isDescending)
    {
        var query = new Query(
            Filter.Equal("owner", "ann"), new Sort("createdAt", isDescending), After: Items.Item("a"));

        var plan = Plan(query);

        Assert.Contains(
            "SEARCH items USING INDEX items_ownerCreated (<expr>=? AND <expr>", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_without_an_index_is_told_as_a_scan()
    {
        Assert.Contains("SCAN", Plan(new Query(Filter.Equal("name", "x"))), StringComparison.Ordinal);
    }

    private void Searches(Filter filter, string index)
    {
        var plan = Plan(new Query(filter));
        Assert.True(
            plan.Contains("SEARCH items USING", StringComparison.Ordinal)
            && plan.Contains(index, StringComparison.Ordinal)
            && !plan.Contains("SCAN items", StringComparison.Ordinal),
            $"{filter}: {plan}");
    }

    private CollectionTable Table() => new(_collection, new CollectionCache(new DocumentCache(0)));

    private string Plan(Query query) => Plan(Table().Page(query));

    private string Plan(SqlFilter sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var session = new SqliteSession(connection);
        return session.Run(
            $"explain query plan {sql.Sql}",
            rows =>
            {
                var steps = new List<string>();
                while (rows.Step()) steps.Add(rows.Text(3));
                return string.Join('\n', steps);
            });
    }
}
