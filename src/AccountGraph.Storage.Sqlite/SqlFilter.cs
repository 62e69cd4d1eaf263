using System.Text;
using System.Text.Json;
using AccountGraph.Storage.Adapters;

namespace AccountGraph.Storage.Sqlite;

/// <summary>Writes filters, orders and cursors as SQL. Values only ever become parameters; field names are letters
/// and digits by the port's rules.</summary>
internal sealed class SqlFilter
{
    private readonly StringBuilder _sql = new(256);

    /// <summary>In the order of their question marks.</summary>
    public List<object> Parameters { get; } = [];

    public string Sql => _sql.ToString();

    /// <summary>A field as the indexes know it: the text must be the same in both places.</summary>
    public static string Field(string field) =>
        field == DocumentRules.IdField ? "id" : $"json_extract(doc,'$.{field}')";

    public SqlFilter Write(string sql)
    {
        _sql.Append(sql);
        return this;
    }

    public SqlFilter Value(object value)
    {
        _sql.Append('?');
        Parameters.Add(value);
        return this;
    }

    public SqlFilter Where(Filter filter) => filter switch
    {
        Filter.All => Write("1"),
        Filter.Compare compare => Comparison(compare),
        Filter.In list => Membership(list),
        Filter.TextMatch match => Match(match),
        Filter.And and => Group(and.Parts, " and ", "1"),
        Filter.Or or => Group(or.Parts, " or ", "0"),
        _ => throw new ArgumentException($"No filter: {filter}."),
    };

    /// <summary>The documents behind the given one. The comparison of pairs alone would walk the index from its
    /// start; the bound on the field beside it lets SQLite search.</summary>
    public SqlFilter Behind(Document last, Sort order)
    {
        var (beyond, from) = order.Descending ? ("<", "<=") : (">", ">=");
        if (order.Field == DocumentRules.IdField) return Write($"id {beyond} ").Value(last.Id);

        var field = Field(order.Field);
        var value = last.Fields[order.Field];
        return Write($"{field} {from} ").Value(value)
            .Write($" and ({field},id) {beyond} (").Value(value).Write(",").Value(last.Id).Write(")");
    }

    private SqlFilter Comparison(Filter.Compare compare)
    {
        var field = Field(compare.Field);
        if (compare.Value is null)
        {
            return Write(compare.Operator == ComparisonOperator.Equal ? $"{field} is null" : $"{field} is not null");
        }

        var comparison = compare.Operator switch
        {
            ComparisonOperator.Equal => "=",
            ComparisonOperator.NotEqual => "is not",
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "<=",
            ComparisonOperator.Greater => ">",
            ComparisonOperator.GreaterOrEqual => ">=",
        };
        return Write($"{field} {comparison} ").Value(compare.Value);
    }

    // One parameter however long the list is: the statement stays the same and no limit on parameters is met.
    private SqlFilter Membership(Filter.In list) =>
        Write($"{Field(list.Field)} in (select value from json_each(")
            .Value(JsonSerializer.Serialize(list.Values.Select(Plain)))
            .Write("))");

    private SqlFilter Match(Filter.TextMatch match)
    {
        var field = Field(match.Field);
        if (match.Needle.Length == 0) return Write($"{field} is not null");
        if (!match.Prefix) return Write($"instr({field},").Value(match.Needle).Write(") > 0");

        Write($"({field} >= ").Value(match.Needle);
        if (TextOrder.After(match.Needle) is { } end) Write($" and {field} < ").Value(end);
        return Write(")");
    }

    private SqlFilter Group(Filter[] parts, string between, string none)
    {
        if (parts.Length == 0) return Write(none);
        for (var at = 0; at < parts.Length; at++)
        {
            Write(at == 0 ? "(" : between).Where(parts[at]);
        }

        return Write(")");
    }

    private static object Plain(object value) => value switch
    {
        string text => StoredText.Encode(text),
        Instant instant => instant.UnixMilliseconds,
        _ => value,
    };
}
