using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Tests.Devices;

public sealed class CountryDatabaseTests
{
    private static readonly string BuiltFile = Path.Combine(AppContext.BaseDirectory, "country.mmdb");

    [Theory]
    [InlineData("8.8.8.8", "us")]
    [InlineData("1.1.1.1", "au")]
    [InlineData("193.99.144.80", "de")]
    [InlineData("200.160.2.3", "br")]
    [InlineData("2001:4860:4860::8888", "us")]
    [InlineData("::ffff:8.8.8.8", "us")]
    [InlineData("127.0.0.1", "--")]
    [InlineData("10.0.0.1", "--")]
    [InlineData("::1", "--")]
    [InlineData("fe80::1%2", "--")]
    [InlineData("", "--")]
    [InlineData("unix:", "--")]
    public void An_address_belongs_to_a_country_or_to_none(string address, string code)
    {
        Assert.SkipUnless(File.Exists(BuiltFile), "The build had no npm to fetch country.mmdb.");

        var database = CountryDatabase.Open(new DevicesOptions());

        Assert.Null(database.Warning);
        Assert.Equal(code, database.CodeOf(address));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(32)]
    public void Every_record_size_is_read(int recordBits)
    {
        var database = Open(new MaxMindFileBuilder(recordBits, "country_code").Build());

        Assert.Null(database.Warning);
        Assert.Equal("de", database.CodeOf("192.0.2.1"));
        Assert.Equal("fr", database.CodeOf("8.8.8.8"));
        Assert.Equal("--", database.CodeOf("2001:db8::1"));
    }

    [Fact]
    public void The_nested_form_of_maxminds_own_files_is_read()
    {
        var database = Open(new MaxMindFileBuilder(24, "country.iso_code").Build());

        Assert.Null(database.Warning);
        Assert.Equal("de", database.CodeOf("192.0.2.1"));
    }

    [Fact]
    public void A_missing_file_is_told_with_its_setting()
    {
        var database = CountryDatabase.Open(new DevicesOptions { CountryDatabase = "/nowhere/country.mmdb" });

        Assert.Contains("/nowhere/country.mmdb", database.Warning, StringComparison.Ordinal);
        Assert.Contains("Devices:CountryDatabase", database.Warning, StringComparison.Ordinal);
        Assert.Equal("--", database.CodeOf("8.8.8.8"));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_at_the_start()
    {
        var file = new MaxMindFileBuilder(24, "country_code").Build();

        foreach (var length in Enumerable.Range(0, file.Length - 1))
        {
            Assert.NotNull(Open(file[..length]).Warning);
        }
    }

    [Fact]
    public void A_flipped_byte_never_throws()
    {
        var file = new MaxMindFileBuilder(28, "country.iso_code").Build();

        for (var i = 0; i < file.Length; i++)
        {
            foreach (var flip in new byte[] { 0x01, 0x40, 0xFF })
            {
                var damaged = file.ToArray();
                damaged[i] ^= flip;
                var database = Open(damaged);
                Assert.InRange(database.CodeOf("192.0.2.1").Length, 2, 2);
                Assert.InRange(database.CodeOf("2001:db8::1").Length, 2, 2);
            }
        }
    }

    private static CountryDatabase Open(byte[] content)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, content);
        var database = CountryDatabase.Open(new DevicesOptions { CountryDatabase = path });
        File.Delete(path);
        return database;
    }
}
