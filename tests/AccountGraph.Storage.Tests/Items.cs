namespace AccountGraph.Storage.Tests;

/// <summary>The collection that the contract is held to: a field of every kind, an index of every sort.</summary>
internal static class Items
{
    /// <summary>Far ahead, for a server removes what expired.</summary>
    public static readonly Instant Noon = Instant.From(new DateTimeOffset(2126, 1, 2, 12, 0, 0, 345, TimeSpan.Zero));

    public static CollectionDefinition NewCollection() => Collection($"items{Guid.NewGuid():N}");

    public static CollectionDefinition Collection(string name) => new(
        name,
        new Dictionary<string, FieldKind>
        {
            ["owner"] = FieldKind.Text,
            ["name"] = FieldKind.Text,
            ["email"] = FieldKind.Text,
            ["count"] = FieldKind.Integer,
            ["isActive"] = FieldKind.Flag,
            ["createdAt"] = FieldKind.Instant,
            ["seenAt"] = FieldKind.Instant,
            ["expiresAt"] = FieldKind.Instant,
            ["tags"] = FieldKind.Texts,
            ["kind"] = FieldKind.Text,
            ["number"] = FieldKind.Integer,
        },
        [
            new IndexDefinition("email", ["email"], Unique: true, Optional: true),
            new IndexDefinition("kindNumber", ["kind", "number"], Unique: true),
            new IndexDefinition("ownerCreated", ["owner", "createdAt"]),
            new IndexDefinition("expires", ["expiresAt"], Expires: true),
        ],
        PartitionField: "owner");

    /// <summary>A valid document; the pair that must be unique is made from the id.</summary>
    public static Document Item(string id, params (string Field, object Value)[] fields)
    {
        var values = new Dictionary<string, object>
        {
            ["owner"] = "someone",
            ["kind"] = id,
            ["number"] = 1L,
            ["createdAt"] = Noon,
        };
        foreach (var (field, value) in fields) values[field] = value;
        return new Document(id, 0, values);
    }

    public static Document At(this Document document, long version) => new(document.Id, version, document.Fields);

    public static Filter Compare(string field, ComparisonOperator comparison, object? value) =>
        new Filter.Compare(field, comparison, value);
}
