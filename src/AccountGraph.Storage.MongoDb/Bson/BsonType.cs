namespace AccountGraph.Storage.MongoDb.Bson;

/// <summary>The types of the BSON specification that are read or written here.</summary>
internal enum BsonType : byte
{
    End = 0x00,
    Double = 0x01,
    Text = 0x02,
    Document = 0x03,
    Array = 0x04,
    Binary = 0x05,
    ObjectId = 0x07,
    Flag = 0x08,
    Date = 0x09,
    Null = 0x0A,
    Int32 = 0x10,
    Timestamp = 0x11,
    Int64 = 0x12,
    Decimal = 0x13,
}
