using System.Text;
using AccountGraph.Storage.Adapters;
using AccountGraph.Storage.MongoDb.Bson;

namespace AccountGraph.Storage.MongoDb;

/// <summary>Writes filters, orders and cursors into an open document.</summary>
internal static class MongoFilter
{
    public static BsonWriter WriteFilter(this BsonWriter writer, Filter filter) => filter switch
    {
        Filter.All => writer,
        Filter.Compare compare => writer.Comparison(compare),
        Filter.In list => writer.BeginDocument(list.Field).WriteValue("$in", list.Values).End(),
        Filter.TextMatch match => writer.Match(match),
        Filter.And { Parts: [] } => writer,
        Filter.And and => writer.Group("$and", and.Parts),
        Filter.Or { Parts: [] } => writer.Nothing(),
        Filter.Or or => writer.Group("$or", or.Parts),
        _ => throw new ArgumentException($"No filter: {filter}."),
    };

    /// <summary>The document of that id, if the guard holds.</summary>
    public static BsonWriter WriteGuarded(this BsonWriter writer, string id, Filter guard) =>
        writer.Write(DocumentBson.Id, id).Group("$and", [guard]);

    /// <summary>The filter and, with a cursor, the documents behind it.</summary>
    public static BsonWriter WritePage(this BsonWriter writer, Query query, Sort order)
    {
        if (query.After is not { } last) return writer.WriteFilter(query.Where);

        var beyond = order.Descending ? ComparisonOperator.Less : ComparisonOperator.Greater;
        var byId = new Filter.Compare(DocumentBson.Id, beyond, last.Id);
        if (order.Field == DocumentBson.Id) return writer.WriteFilter(Filter.Both(query.Where, byId));

        // The bound on the field alone lets the server search its index.
        var value = last.Fields[order.Field];
        var from = order.Descending ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual;
        return writer.WriteFilter(Filter.Both(
            query.Where,
            new Filter.Compare(order.Field, from, value),
            new Filter.Or(
                new Filter.Compare(order.Field, beyond, value),
                Filter.Both(Filter.Equal(order.Field, value), byId))));
    }

    public static BsonWriter WriteOrder(this BsonWriter writer, Sort order)
    {
        var direction = order.Descending ? -1 : 1;
        writer.BeginDocument("sort").Write(order.Field, direction);
        if (order.Field != DocumentBson.Id) writer.Write(DocumentBson.Id, direction);
        return writer.End();
    }

    private static BsonWriter Comparison(this BsonWriter writer, Filter.Compare compare)
    {
        writer.BeginDocument(compare.Field);
        if (compare.Value is null)
        {
            return writer.Write("$exists", compare.Operator == ComparisonOperator.NotEqual).End();
        }

        var comparison = compare.Operator switch
        {
            ComparisonOperator.Equal => "$eq",
            ComparisonOperator.NotEqual => "$ne",
            ComparisonOperator.Less => "$lt",
            ComparisonOperator.LessOrEqual => "$lte",
            ComparisonOperator.Greater => "$gt",
            ComparisonOperator.GreaterOrEqual => "$gte",
        };
        return writer.WriteValue(comparison, compare.Value).End();
    }

    private static BsonWriter Match(this BsonWriter writer, Filter.TextMatch match)
    {
        writer.BeginDocument(match.Field);
        if (match.Needle.Length == 0) return writer.Write("$exists", true).End();
        if (!match.Prefix) return writer.Write("$regex", Pattern(match.Needle)).End();

        writer.Write("$gte", match.Needle);
        if (TextOrder.After(match.Needle) is { } end) writer.Write("$lt", end);
        return writer.End();
    }

    private static BsonWriter Group(this BsonWriter writer, string name, Filter[] parts)
    {
        writer.BeginArray(name);
        for (var at = 0; at < parts.Length; at++) writer.BeginDocument($"{at}").WriteFilter(parts[at]).End();
        return writer.End();
    }

    private static BsonWriter Nothing(this BsonWriter writer) =>
        writer.BeginDocument(DocumentBson.Id).BeginArray("$in").End().End();

    // A pattern that means the needle letter by letter. It cannot hold NUL itself.
    private static string Pattern(string needle)
    {
        var pattern = new StringBuilder(needle.Length + 8);
        foreach (var character in needle)
        {
            var isPlain = char.IsAsciiLetterOrDigit(character) || !char.IsAscii(character);
            if (character == '\0') pattern.Append("\\x00");
            else if (isPlain) pattern.Append(character);
            else pattern.Append('\\').Append(character);
        }

        return pattern.ToString();
    }
}
