using System.Text;

namespace AccountGraph.Accounts.Tests.Devices;

/// <summary>Makes a small file in MaxMind's format: IPv4 addresses from 128.0.0.0 on are in Germany, those below in
/// France, IPv6 addresses nowhere.</summary>
internal sealed class MaxMindFileBuilder(int recordBits, string form)
{
    // 96 nodes lead to the IPv4 addresses, and one splits them.
    private const int Nodes = 97;
    private const int DataSeparatorBytes = 16;

    public byte[] Build()
    {
        var data = new List<byte>();
        var germany = Record(data, "DE");
        var france = Record(data, "FR");

        var file = new List<byte>();
        for (var node = 0; node < Nodes - 1; node++) AddNode(file, node + 1, Nodes);
        AddNode(file, france + Nodes + DataSeparatorBytes, germany + Nodes + DataSeparatorBytes);
        file.AddRange(new byte[DataSeparatorBytes]);
        file.AddRange(data);

        file.AddRange([0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8]);
        file.AddRange(Map(3));
        file.AddRange([.. Text("node_count"), 0xC1, Nodes]);
        file.AddRange([.. Text("record_size"), 0xA1, (byte)recordBits]);
        file.AddRange([.. Text("ip_version"), 0xA1, 6]);
        return [.. file];
    }

    // The code itself stands behind the record, so that a pointer is followed too.
    private int Record(List<byte> data, string code)
    {
        var codeAt = data.Count;
        data.AddRange(Text(code));
        byte[] pointer = [(byte)(0x20 | (codeAt >> 8)), (byte)codeAt];

        var at = data.Count;
        data.AddRange(form == "country_code"
            ? [.. Map(1), .. Text("country_code"), .. pointer]
            : [.. Map(2), .. Text("continent"), .. Map(1), .. Text("code"), .. Text("EU"),
                .. Text("country"), .. Map(1), .. Text("iso_code"), .. pointer]);
        return at;
    }

    private void AddNode(List<byte> file, int left, int right) => file.AddRange(recordBits switch
    {
        24 => [.. Big(left, 3), .. Big(right, 3)],
        28 => [.. Big(left & 0xFFFFFF, 3), (byte)((left >> 24 << 4) | (right >> 24)), .. Big(right & 0xFFFFFF, 3)],
        _ => [.. Big(left, 4), .. Big(right, 4)],
    });

    private static byte[] Big(int number, int bytes) =>
        [.. Enumerable.Range(0, bytes).Select(i => (byte)(number >> (8 * (bytes - 1 - i))))];

    private static byte[] Map(int entries) => [(byte)(0xE0 | entries)];

    private static byte[] Text(string text) => [(byte)(0x40 | text.Length), .. Encoding.UTF8.GetBytes(text)];
}
