using AccountGraph.Storage.MongoDb.Bson;
using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.Tests.MongoDb;

public sealed class BsonTests(SharedMongoServer server)
{
    private readonly CollectionDefinition _collection = Items.NewCollection();

    [Fact]
    public void Values_are_written_byte_by_byte_as_the_specification_says()
    {
        var writer = new BsonWriter().Begin();
        writer.WriteValue("s", "é\0").WriteValue("i", 1L).WriteValue("b", true).WriteValue("d", new Instant(-2));
        writer.WriteValue("a", (IReadOnlyList<string>)["x"]).Write("n", 3).BeginDocument("o").End().End();

        Assert.Equal(
            "4A000000"
            + "02" + "7300" + "04000000" + "C3A900" + "00"
            + "12" + "6900" + "0100000000000000"
            + "08" + "6200" + "01"
            + "09" + "6400" + "FEFFFFFFFFFFFFFF"
            + "04" + "6100" + "0E000000" + "02" + "3000" + "02000000" + "7800" + "00"
            + "10" + "6E00" + "03000000"
            + "03" + "6F00" + "0500000000"
            + "00",
            Convert.ToHexString(writer.Written));
    }

    [Fact]
    public void A_document_comes_back_and_every_kind_has_one_type()
    {
        var item = Items.Item(
            "a",
            ("name", "ä"),
            ("count", long.MinValue),
            ("isActive", true),
            ("tags", (IReadOnlyList<string>)["x", "y"]));
        var writer = new BsonWriter();

        DocumentBson.Write(writer, item, version: 5, stamp: 77);
        var document = new DocumentBson(_collection).Read(writer.Written, out var stamp);

        Assert.Equal(("a", 5, 77), (document.Id, document.Version, stamp));
        Assert.Equal(item.Fields.OrderBy(field => field.Key), document.Fields.OrderBy(field => field.Key));
        Assert.Equal(
            "_id Text, _v Int64, _w Int64, count Int64, createdAt Date, isActive Flag, kind Text, name Text, "
            + "number Int64, owner Text, tags Array",
            Types(writer.Written));
    }

    [Fact]
    public async Task Integers_stay_64_bits_on_the_server_whatever_wrote_them()
    {
        Assert.SkipWhen(server.Obstacle is not null, server.Obstacle ?? "");
        await using var store = Storage.MongoDb.MongoDbDocumentStore.Open(server.Options);
        await store.EnsureAsync(_collection, CancellationToken.None);
        await store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);
        Change[] changes =
            [new Change.Add("count", 1), new Change.Add("number", 1), new Change.Set("seenAt", Items.Noon)];
        await store.UpdateAsync(_collection, "a", new Filter.All(), changes, CancellationToken.None);

        using var pool = MongoPool.Create(server.Options);
        using var session = pool.Open();
        session.Writer.Begin().Write("find", _collection.Name).End();
        var root = new BsonReader(session.Read());
        Assert.True(root.Find("cursor"u8));
        var cursor = new BsonReader(root.Nested());
        Assert.True(cursor.Find("firstBatch"u8));
        var batch = new BsonReader(cursor.Nested());
        Assert.True(batch.Read());

        Assert.Equal(
            "_id Text, _v Int64, _w Int64, count Int64, createdAt Date, kind Text, number Int64, owner Text, "
            + "seenAt Date",
            Types(batch.Nested()));
    }

    [Fact]
    public void Types_of_others_are_walked_over_and_damaged_documents_refused()
    {
        var document = Convert.FromHexString(
            "4A000000"
            + "01" + "6400" + "000000000000F83F"
            + "05" + "6200" + "0200000000ABCD"
            + "07" + "6F00" + "000102030405060708090A0B"
            + "0A" + "6E00"
            + "11" + "7400" + "0000000000000000"
            + "13" + "6D00" + "00000000000000000000000000000000"
            + "00");
        Assert.Equal("b Binary, d Double, m Decimal, n Null, o ObjectId, t Timestamp", Types(document));

        Assert.Throws<InvalidDataException>(() => Types(Convert.FromHexString("0800000077610000")));
        Assert.ThrowsAny<ArgumentException>(() => Types(Convert.FromHexString("FF00000000")));
        Assert.ThrowsAny<ArgumentException>(() => Types(Convert.FromHexString("0E0000000261007F0000007800")));
    }

    private static string Types(ReadOnlySpan<byte> document)
    {
        var types = new List<string>();
        var reader = new BsonReader(document);
        while (reader.Read()) types.Add($"{System.Text.Encoding.UTF8.GetString(reader.Name)} {reader.Type}");
        return string.Join(", ", types.Order(StringComparer.Ordinal));
    }
}
