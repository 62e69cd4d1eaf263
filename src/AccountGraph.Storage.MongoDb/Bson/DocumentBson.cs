using System.Text;

namespace AccountGraph.Storage.MongoDb.Bson;

/// <summary>Documents of one collection in BSON: the fields at the top level beside the id, the version and a stamp
/// of the write that stored them.</summary>
internal sealed class DocumentBson(CollectionDefinition collection)
{
    public const string Id = "_id";
    public const string Version = "_v";

    /// <summary>Random for each insert or replacement: tells whether what is stored came from this very call.</summary>
    public const string Stamp = "_w";

    private readonly (string Name, byte[] Utf8, FieldKind Kind)[] _fields =
        [.. collection.Fields.Select(field => (field.Key, Encoding.ASCII.GetBytes(field.Key), field.Value))];

    public CollectionDefinition Collection => collection;

    public static long NewStamp() => BitConverter.ToInt64(Guid.NewGuid().ToByteArray());

    public static void Write(BsonWriter writer, Document document, long version, long stamp)
    {
        writer.Begin().Write(Id, document.Id).Write(Version, version).Write(Stamp, stamp);
        foreach (var (field, value) in document.Fields) writer.WriteValue(field, value);
        writer.End();
    }

    public Document Read(ReadOnlySpan<byte> bson) => Read(bson, out _);

    public Document Read(ReadOnlySpan<byte> bson, out long stamp)
    {
        var (id, version) = ("", 0L);
        stamp = 0;
        var fields = new Dictionary<string, object>(_fields.Length);
        var reader = new BsonReader(bson);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual("_id"u8)) id = reader.Text();
            else if (reader.Name.SequenceEqual("_v"u8)) version = reader.Integer();
            else if (reader.Name.SequenceEqual("_w"u8)) stamp = reader.Integer();
            else if (Field(reader.Name) is var (name, _, kind)) fields.Add(name, Value(reader, kind));
        }

        return new Document(id, version, fields);
    }

    // Null for a field that an older release declared.
    private (string Name, byte[] Utf8, FieldKind Kind)? Field(ReadOnlySpan<byte> name)
    {
        foreach (var field in _fields)
        {
            if (name.SequenceEqual(field.Utf8)) return field;
        }

        return null;
    }

    private static object Value(in BsonReader reader, FieldKind kind) => kind switch
    {
        FieldKind.Text => reader.Text(),
        FieldKind.Integer => reader.Integer(),
        FieldKind.Flag => reader.Flag(),
        FieldKind.Instant => reader.Instant(),
        FieldKind.Texts => Texts(reader.Nested()),
    };

    private static List<string> Texts(ReadOnlySpan<byte> array)
    {
        var texts = new List<string>();
        var reader = new BsonReader(array);
        while (reader.Read()) texts.Add(reader.Text());
        return texts;
    }
}
