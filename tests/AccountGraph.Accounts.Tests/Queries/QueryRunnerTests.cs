using AccountGraph.Accounts.Queries;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Queries;

public sealed class QueryRunnerTests
{
    private static readonly QueryRules Rules = new(new Dictionary<string, AttributeKind>
    {
        ["$id"] = AttributeKind.Text,
        ["provider"] = AttributeKind.Text,
        ["email"] = AttributeKind.Text,
        ["expiry"] = AttributeKind.Instant,
    });

    private static readonly QueryRunner<Row> Runner = new(row => row.Id, Read);

    private static readonly Row[] Rows =
    [
        new("a", "github", "x@example.org", 1),
        new("b", "google", null, 2),
        new("c", "github", "y@example.com", 3),
        new("d", "apple", "x@example.com", 2),
    ];

    [Theory]
    [InlineData("a b c d")]
    [InlineData("a c", """{"method":"equal","attribute":"provider","values":["github"]}""")]
    [InlineData("a b c", """{"method":"equal","attribute":"provider","values":["github","google"]}""")]
    [InlineData("b d", """{"method":"notEqual","attribute":"provider","values":["github"]}""")]
    [InlineData("a", """{"method":"lessThan","attribute":"expiry","values":["1970-01-01T00:00:02Z"]}""")]
    [InlineData("a b d", """{"method":"lessThanEqual","attribute":"expiry","values":["1970-01-01T00:00:02Z"]}""")]
    [InlineData("c", """{"method":"greaterThan","attribute":"expiry","values":["1970-01-01 00:00:02"]}""")]
    [InlineData("b c", """{"method":"between","attribute":"$id","values":["b","c"]}""")]
    [InlineData("a d", """{"method":"startsWith","attribute":"email","values":["x@"]}""")]
    [InlineData("c d", """{"method":"endsWith","attribute":"email","values":[".com"]}""")]
    [InlineData("a c d", """{"method":"contains","attribute":"email","values":["example"]}""")]
    [InlineData("b", """{"method":"isNull","attribute":"email"}""")]
    [InlineData("a c d", """{"method":"isNotNull","attribute":"email","values":[]}""")]
    [InlineData(
        "b c",
        """
        {"method":"or","values":[{"method":"isNull","attribute":"email"},
        {"method":"and","values":[{"method":"equal","attribute":"provider","values":["github"]},
        {"method":"endsWith","attribute":"email","values":[".com"]}]}]}
        """)]
    [InlineData(
        "d c a b", """{"method":"orderAsc","attribute":"provider"}""", """{"method":"orderDesc","attribute":"$id"}""")]
    [InlineData("d c b a", """{"method":"orderDesc","attribute":""}""")]
    [InlineData(
        "c b",
        """{"method":"orderDesc","attribute":"$internalId"}""",
        """{"method":"limit","values":[2]}""",
        """{"method":"offset","values":[1]}""")]
    [InlineData("c d", """{"method":"cursorAfter","values":["b"]}""")]
    [InlineData("b", """{"method":"cursorBefore","values":["c"]}""", """{"method":"limit","values":[1]}""")]
    [InlineData("a", """{"method":"limit","values":[1]}""", """{"method":"limit","values":[3]}""")]
    public void Matches(string ids, params string[] queries)
    {
        var plan = QueryParser.Parse(queries, Rules);

        var page = Runner.Run(Rows, plan.Value);

        Assert.Equal(ids, string.Join(' ', page.Value.Rows.Select(row => row.Id)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("\"text\"")]
    [InlineData("""{"method":"equal","attribute":"provider","values":[]}""")]
    [InlineData("""{"method":"equal","attribute":"provider","values":[1]}""")]
    [InlineData("""{"method":"equal","attribute":"secret","values":["a"]}""")]
    [InlineData("""{"method":"equal","attribute":"expiry","values":["soon"]}""")]
    [InlineData("""{"method":"startsWith","attribute":"expiry","values":["1970-01-01"]}""")]
    [InlineData("""{"method":"between","attribute":"$id","values":["a"]}""")]
    [InlineData("""{"method":"isNull","attribute":"email","values":["a"]}""")]
    [InlineData("""{"method":"or","values":[{"method":"isNull","attribute":"email"}]}""")]
    [InlineData("""{"method":"or","values":["{}","{}"]}""")]
    [InlineData("""{"method":"and","values":[{"method":"limit","values":[1]},{"method":"limit","values":[1]}]}""")]
    [InlineData("""{"method":"orderAsc","attribute":"secret"}""")]
    [InlineData("""{"method":"orderAsc","attribute":"$id","values":["a"]}""")]
    [InlineData("""{"method":"cursorAfter","values":[]}""")]
    [InlineData("""{"method":"select","values":["$id"]}""")]
    [InlineData("""{"method":"drop","attribute":"$id","values":["a"]}""")]
    [InlineData("""{"method":"equal","attribute":"email","values":["\ud800"]}""")]
    public void What_is_not_allowed_is_a_failure_of_the_argument(string query) =>
        Assert.Equal("general_argument_invalid", QueryParser.Parse([query], Rules).Error!.Type);

    [Fact]
    public void Lists_and_entries_have_a_largest_size()
    {
        const string Limit = """{"method":"limit","values":[1]}""";
        var padded = Limit + new string(' ', 4096 - Limit.Length);

        Assert.True(QueryParser.Parse([.. Enumerable.Repeat(padded, 100)], Rules).IsSuccess);
        Assert.False(QueryParser.Parse([.. Enumerable.Repeat(padded, 101)], Rules).IsSuccess);
        Assert.False(QueryParser.Parse([padded + " "], Rules).IsSuccess);
        Assert.False(QueryParser.Parse([null], Rules).IsSuccess);
    }

    [Theory]
    [InlineData("""{"method":"search","attribute":"email","values":["x"]}""")]
    [InlineData("""{"method":"cursorAfter","values":["not an id"]}""")]
    public void Well_formed_queries_that_cannot_run_say_so(string query) =>
        Assert.Equal(AccountErrors.QueryInvalid, QueryParser.Parse([query], Rules).Error);

    [Fact]
    public void A_cursor_needs_its_record_and_orders_without_gaps()
    {
        Assert.Equal(AccountErrors.CursorNotFound, Run("""{"method":"cursorAfter","values":["zz"]}""").Error);
        Assert.Equal(
            AccountErrors.QueryOrderNull,
            Run("""{"method":"orderAsc","attribute":"email"}""", """{"method":"cursorAfter","values":["a"]}""").Error);
    }

    private static Outcome<QueryPage<Row>> Run(params string[] queries) =>
        Runner.Run(Rows, QueryParser.Parse(queries, Rules).Value);

    private static object? Read(Row row, string attribute) => attribute switch
    {
        "$id" => row.Id,
        "provider" => row.Provider,
        "email" => row.Email,
        "expiry" => new Instant(row.Second * 1000),
        _ => null,
    };

    private sealed record Row(string Id, string Provider, string? Email, long Second);
}
