using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace AccountGraph.Storage.MongoDb.Bson;

/// <summary>Writes one document after another into a buffer that is used again.</summary>
internal sealed class BsonWriter
{
    private readonly Stack<int> _open = new();
    private byte[] _buffer = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Begins a new root document and forgets the one before.</summary>
    public BsonWriter Begin()
    {
        _length = 0;
        _open.Clear();
        Open();
        return this;
    }

    public BsonWriter BeginDocument(string name)
    {
        Element(BsonType.Document, name);
        Open();
        return this;
    }

    public BsonWriter BeginArray(string name)
    {
        Element(BsonType.Array, name);
        Open();
        return this;
    }

    /// <summary>Ends the innermost document or array, the root included.</summary>
    public BsonWriter End()
    {
        Reserve(1)[0] = (byte)BsonType.End;
        var start = _open.Pop();
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(start), _length - start);
        return this;
    }

    public BsonWriter Write(string name, string text)
    {
        Element(BsonType.Text, name);
        var bytes = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), bytes + 1);
        Encoding.UTF8.GetBytes(text, Reserve(bytes));
        Reserve(1)[0] = 0;
        return this;
    }

    /// <summary>Always 64 bits, however small the number is: a field keeps one type.</summary>
    public BsonWriter Write(string name, long integer)
    {
        Element(BsonType.Int64, name);
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), integer);
        return this;
    }

    /// <summary>For the arguments of commands.</summary>
    public BsonWriter Write(string name, int integer)
    {
        Element(BsonType.Int32, name);
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), integer);
        return this;
    }

    public BsonWriter Write(string name, bool flag)
    {
        Element(BsonType.Flag, name);
        Reserve(1)[0] = flag ? (byte)1 : (byte)0;
        return this;
    }

    public BsonWriter Write(string name, Instant instant)
    {
        Element(BsonType.Date, name);
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), instant.UnixMilliseconds);
        return this;
    }

    /// <summary>A value of one of the kinds of the port.</summary>
    public BsonWriter WriteValue(string name, object value) => value switch
    {
        string text => Write(name, text),
        long integer => Write(name, integer),
        bool flag => Write(name, flag),
        Instant instant => Write(name, instant),
        IEnumerable<object> values => WriteArray(name, values),
        _ => throw new ArgumentException($"No value of a document: {value.GetType().Name}."),
    };

    private BsonWriter WriteArray(string name, IEnumerable<object> values)
    {
        BeginArray(name);
        var at = 0;
        foreach (var value in values) WriteValue(at++.ToString(CultureInfo.InvariantCulture), value);
        return End();
    }

    private void Open()
    {
        _open.Push(_length);
        Reserve(4);
    }

    // Names are letters, digits, '_' and '$' by the port's rules, so they hold no NUL.
    private void Element(BsonType type, string name)
    {
        var place = Reserve(name.Length + 2);
        place[0] = (byte)type;
        Encoding.ASCII.GetBytes(name, place[1..]);
        place[^1] = 0;
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
