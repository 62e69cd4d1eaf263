namespace AccountGraph.Storage.Adapters;

/// <summary>What every adapter refuses before it asks its database. A breach is a defect of the caller, hence
/// <see cref="ArgumentException"/>.</summary>
public static class DocumentRules
{
    /// <summary>The name by which filters, sorts and refusals mean the id.</summary>
    public const string IdField = "_id";

    public static void Check(CollectionDefinition collection)
    {
        CheckName(collection.Name, "collection");
        foreach (var field in collection.Fields.Keys) CheckName(field, "field");
        foreach (var index in collection.Indexes) CheckIndex(collection, index);

        if (collection.PartitionField is not { } partition) return;
        Require(KindOf(collection, partition) == FieldKind.Text, $"The partition field '{partition}' must be text.");
    }

    public static void Check(CollectionDefinition collection, Document document)
    {
        Require(document.Id.Length > 0, "A document needs an id.");
        foreach (var (field, value) in document.Fields) CheckValue(collection, field, value);

        if (collection.PartitionField is { } partition) RequirePresent(document, partition);
        foreach (var index in collection.Indexes)
        {
            if (!index.Unique || index.Optional) continue;
            foreach (var field in index.Fields) RequirePresent(document, field);
        }
    }

    public static void Check(CollectionDefinition collection, Filter filter)
    {
        switch (filter)
        {
            case Filter.Compare compare:
                CheckComparison(collection, compare);
                break;
            case Filter.In list:
                foreach (var value in list.Values) CheckSearched(collection, list.Field, value);
                break;
            case Filter.TextMatch match:
                CheckSearched(collection, match.Field, match.Needle);
                break;
            case Filter.And and:
                foreach (var part in and.Parts) Check(collection, part);
                break;
            case Filter.Or or:
                foreach (var part in or.Parts) Check(collection, part);
                break;
        }
    }

    public static void Check(CollectionDefinition collection, Query query)
    {
        Check(collection, query.Where);
        Require(query.Limit >= 0 && query.Offset >= 0, "A page has no negative limit or offset.");
        if (query.Order is not { } order || order.Field == IdField) return;

        Require(KindOf(collection, order.Field) != FieldKind.Texts, $"'{order.Field}' is a list and has no order.");
        if (query.After is { } after) RequirePresent(after, order.Field);
    }

    public static void Check(CollectionDefinition collection, IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.Set { Value: null } removal:
                    KindOf(collection, removal.Field);
                    Require(!IsMandatory(collection, removal.Field), $"'{removal.Field}' is mandatory.");
                    break;
                case Change.Set set:
                    CheckValue(collection, set.Field, set.Value);
                    break;
                case Change.Add add:
                    CheckValue(collection, add.Field, add.By);
                    break;
            }
        }

        var changed = changes.Select(change => change.Field).ToList();
        Require(changed.Distinct().Count() == changed.Count, "A field is changed more than once by one update.");
    }

    /// <summary>What ensuring ends in when a unique index meets documents that already break it.</summary>
    public static InvalidOperationException NotUnique(
        CollectionDefinition collection, string? index, Exception inner) =>
        new($"The index '{index}' of '{collection.Name}' cannot be unique: documents hold the same values.", inner);

    private static void CheckIndex(CollectionDefinition collection, IndexDefinition index)
    {
        CheckName(index.Name.Replace("_", "", StringComparison.Ordinal), "index");
        Require(index.Fields.Count > 0, $"The index '{index.Name}' has no field.");
        Require(
            index.Fields.Count == 1 || !(index.Optional || index.Expires),
            $"The index '{index.Name}' is optional or expiring and so must have one field.");
        foreach (var field in index.Fields)
        {
            var kind = KindOf(collection, field);
            Require(kind != FieldKind.Texts, $"The index '{index.Name}' is over a list.");
            Require(!index.Expires || kind == FieldKind.Instant, $"The index '{index.Name}' expires by no instant.");
        }
    }

    private static void CheckComparison(CollectionDefinition collection, Filter.Compare compare)
    {
        if (compare.Value is not null)
        {
            CheckSearched(collection, compare.Field, compare.Value);
            return;
        }

        KindOf(collection, compare.Field);
        Require(
            compare.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual,
            $"'{compare.Field}' cannot be ordered against an absent value.");
    }

    private static void CheckSearched(CollectionDefinition collection, string field, object value)
    {
        Require(KindOf(collection, field) != FieldKind.Texts, $"'{field}' is a list and cannot be searched.");
        CheckValue(collection, field, value);
    }

    private static void CheckValue(CollectionDefinition collection, string field, object? value)
    {
        var fits = KindOf(collection, field) switch
        {
            FieldKind.Text => value is string,
            FieldKind.Integer => value is long,
            FieldKind.Flag => value is bool,
            FieldKind.Instant => value is Instant,
            FieldKind.Texts => value is IReadOnlyList<string> texts && !texts.Contains(null),
        };
        if (!fits) throw Mismatch(collection, field, value);
    }

    private static FieldKind KindOf(CollectionDefinition collection, string field)
    {
        if (collection.Fields.TryGetValue(field, out var kind)) return kind;
        return field == IdField
            ? FieldKind.Text
            : throw new ArgumentException($"The collection '{collection.Name}' declares no field '{field}'.");
    }

    private static bool IsMandatory(CollectionDefinition collection, string field) =>
        field == collection.PartitionField
        || collection.Indexes.Any(index => index.Unique && !index.Optional && index.Fields.Contains(field));

    private static void RequirePresent(Document document, string field)
    {
        if (!document.Fields.ContainsKey(field)) throw new ArgumentException($"The field '{field}' is mandatory.");
    }

    private static void CheckName(string name, string what)
    {
        var isPlain = name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
        Require(isPlain, $"'{name}' is no name for a {what}: only letters and digits are allowed.");
    }

    private static ArgumentException Mismatch(CollectionDefinition collection, string field, object? value) =>
        new($"'{collection.Name}.{field}' cannot hold or meet a value of type {value?.GetType().Name ?? "null"}.");

    private static void Require(bool holds, string breach)
    {
        if (!holds) throw new ArgumentException(breach);
    }
}
