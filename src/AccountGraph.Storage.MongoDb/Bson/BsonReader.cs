using System.Buffers.Binary;
using System.Text;

namespace AccountGraph.Storage.MongoDb.Bson;

/// <summary>Walks the elements of one document; a nested one is walked by a reader of its own, so that depth costs
/// no stack.</summary>
internal ref struct BsonReader
{
    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _value;

    public BsonReader(ReadOnlySpan<byte> document)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(document);
        _rest = document[4..length];
    }

    public BsonType Type { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Goes to the next element; false behind the last.</summary>
    public bool Read()
    {
        Type = (BsonType)_rest[0];
        if (Type == BsonType.End) return false;

        var end = 1 + _rest[1..].IndexOf((byte)0);
        Name = _rest[1..end];
        var value = _rest[(end + 1)..];
        var length = LengthOf(Type, value);
        _value = value[..length];
        _rest = value[length..];
        return true;
    }

    /// <summary>Goes to the element of that name, which must not be behind already.</summary>
    public bool Find(ReadOnlySpan<byte> name)
    {
        while (Read())
        {
            if (Name.SequenceEqual(name)) return true;
        }

        return false;
    }

    /// <summary>Servers answer counts in any type of number.</summary>
    public readonly long Integer() => Type switch
    {
        BsonType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(_value),
        BsonType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(_value),
        BsonType.Double => (long)BinaryPrimitives.ReadDoubleLittleEndian(_value),
        _ => throw Unexpected(),
    };

    public readonly string Text() =>
        Type == BsonType.Text ? Encoding.UTF8.GetString(_value[4..^1]) : throw Unexpected();

    public readonly bool Flag() => Type == BsonType.Flag ? _value[0] != 0 : throw Unexpected();

    public readonly Instant Instant() => Type == BsonType.Date
        ? new Instant(BinaryPrimitives.ReadInt64LittleEndian(_value))
        : throw Unexpected();

    /// <summary>The bytes of a nested document or array.</summary>
    public readonly ReadOnlySpan<byte> Nested() =>
        Type is BsonType.Document or BsonType.Array ? _value : throw Unexpected();

    private static int LengthOf(BsonType type, ReadOnlySpan<byte> value) => type switch
    {
        BsonType.Double or BsonType.Date or BsonType.Timestamp or BsonType.Int64 => 8,
        BsonType.Text => 4 + BinaryPrimitives.ReadInt32LittleEndian(value),
        BsonType.Document or BsonType.Array => BinaryPrimitives.ReadInt32LittleEndian(value),
        BsonType.Binary => 5 + BinaryPrimitives.ReadInt32LittleEndian(value),
        BsonType.ObjectId => 12,
        BsonType.Flag => 1,
        BsonType.Null => 0,
        BsonType.Int32 => 4,
        BsonType.Decimal => 16,
        BsonType.End or _ => throw new InvalidDataException($"Unknown BSON type 0x{(byte)type:x2}."),
    };

    private readonly InvalidDataException Unexpected() =>
        new($"'{Encoding.UTF8.GetString(Name)}' is stored as {Type}, which is not what the collection declares.");
}
