using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountGraph.Storage.Sqlite;

/// <summary>A document's fields as one line of JSON: instants as milliseconds, flags as true and false.</summary>
internal sealed class DocumentJson(CollectionDefinition collection)
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly (string Name, JsonEncodedText Encoded, FieldKind Kind)[] _fields =
        [.. collection.Fields.Select(field => (field.Key, JsonEncodedText.Encode(field.Key), field.Value))];

    public ReadOnlyMemory<byte> Encode(IReadOnlyDictionary<string, object> values)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        foreach (var (name, encoded, _) in _fields)
        {
            if (!values.TryGetValue(name, out var value)) continue;
            writer.WritePropertyName(encoded);
            Write(writer, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public Document Decode(string id, long version, ReadOnlySpan<byte> json)
    {
        var values = new Dictionary<string, object>(_fields.Length);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = IndexOf(ref reader, next);
            reader.Read();
            if (at < 0)
            {
                // A field that an older release declared.
                reader.Skip();
                continue;
            }

            values.Add(_fields[at].Name, Read(ref reader, _fields[at].Kind));
            next = at + 1;
        }

        return new Document(id, version, values);
    }

    // Fields are written in the order of the definition, so the search mostly ends at its first step.
    private int IndexOf(ref Utf8JsonReader reader, int start)
    {
        for (var step = 0; step < _fields.Length; step++)
        {
            var at = (start + step) % _fields.Length;
            if (reader.ValueTextEquals(_fields[at].Encoded.EncodedUtf8Bytes)) return at;
        }

        return -1;
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(StoredText.Encode(text));
                break;
            case long integer:
                writer.WriteNumberValue(integer);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case Instant instant:
                writer.WriteNumberValue(instant.UnixMilliseconds);
                break;
            case IReadOnlyList<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts) writer.WriteStringValue(StoredText.Encode(text));
                writer.WriteEndArray();
                break;
        }
    }

    private static object Read(ref Utf8JsonReader reader, FieldKind kind) => kind switch
    {
        FieldKind.Text => ReadText(ref reader),
        FieldKind.Integer => reader.GetInt64(),
        FieldKind.Flag => reader.GetBoolean(),
        FieldKind.Instant => new Instant(reader.GetInt64()),
        FieldKind.Texts => ReadTexts(ref reader),
    };

    private static string ReadText(ref Utf8JsonReader reader) => StoredText.Decode(reader.GetString()!);

    private static List<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) texts.Add(ReadText(ref reader));
        return texts;
    }
}
