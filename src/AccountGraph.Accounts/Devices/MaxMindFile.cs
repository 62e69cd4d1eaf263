using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace AccountGraph.Accounts.Devices;

/// <summary>A file in MaxMind's DB format 2.0: a binary tree over the bits of addresses, records behind it, and a
/// description of both at the end.</summary>
internal sealed class MaxMindFile
{
    private const int DataSeparatorBytes = 16;
    private const int FurthestMarker = 128 * 1024;
    private const int Ipv4BitsInIpv6 = 96;

    private readonly byte[] _bytes;
    private readonly MaxMindSection _data;
    private readonly int _nodeCount;
    private readonly int _recordBits;
    private readonly int _ipv4Root;
    private readonly bool _hasIpv6;

    private MaxMindFile(byte[] bytes)
    {
        _bytes = bytes;
        var metadata = new MaxMindSection(bytes, MetadataStart(bytes));
        _nodeCount = metadata.NumberIn(0, "node_count");
        _recordBits = metadata.NumberIn(0, "record_size");
        _hasIpv6 = metadata.NumberIn(0, "ip_version") == 6;
        if (_recordBits is not (24 or 28 or 32)) throw new InvalidDataException("The record size is not known.");

        var treeBytes = (long)_nodeCount * _recordBits / 4;
        if (_nodeCount < 1 || treeBytes + DataSeparatorBytes > bytes.Length)
        {
            throw new InvalidDataException("The tree does not fit into the file.");
        }

        _data = new MaxMindSection(bytes, (int)treeBytes + DataSeparatorBytes);
        CheckTree();
        _ipv4Root = _hasIpv6 ? Follow(0, stackalloc byte[Ipv4BitsInIpv6 / 8]) : 0;
    }

    /// <exception cref="InvalidDataException">The file is of another format or damaged.</exception>
    public static MaxMindFile Open(string path) => new(File.ReadAllBytes(path));

    /// <summary>In lower case; null when the file says nothing about the address.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public string? CountryCodeOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var isIpv4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (!isIpv4 && !_hasIpv6) return null;

        Span<byte> bits = stackalloc byte[isIpv4 ? 4 : 16];
        address.TryWriteBytes(bits, out _);
        var record = Follow(isIpv4 ? _ipv4Root : 0, bits);
        if (record <= _nodeCount) return null;

        // MaxMind's own files name the country inside a record of its own, the small ones in one field.
        var at = record - _nodeCount - DataSeparatorBytes;
        var code = _data.Find(at, "country") is { } country
            ? _data.TextIn(country, "iso_code")
            : _data.TextIn(at, "country_code");
        return code is { Length: 2 } ? code.ToLowerInvariant() : null;
    }

    private int Follow(int node, ReadOnlySpan<byte> bits)
    {
        for (var i = 0; i < bits.Length * 8 && node < _nodeCount; i++)
        {
            var bit = (bits[i / 8] >> (7 - (i % 8))) & 1;
            node = Record(node, bit);
        }

        return node;
    }

    private int Record(int node, int side)
    {
        var bytes = _bytes.AsSpan(node * (_recordBits / 4), _recordBits / 4);
        var half = bytes[(side * _recordBits / 8)..];
        var record = _recordBits switch
        {
            24 => (uint)(half[0] << 16 | half[1] << 8 | half[2]),

            // Seven bytes: the middle one holds the highest four bits of both records.
            28 when side == 0 => (uint)((bytes[3] & 0xF0) << 20 | bytes[0] << 16 | bytes[1] << 8 | bytes[2]),
            28 => (uint)((bytes[3] & 0x0F) << 24 | bytes[4] << 16 | bytes[5] << 8 | bytes[6]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(half),
        };
        return record <= int.MaxValue ? (int)record : throw new InvalidDataException("A record points too far.");
    }

    // Once at the start, so that a damaged file is reported then and not by wrong answers later.
    private void CheckTree()
    {
        var end = (long)_nodeCount + _bytes.Length - _data.Start;
        for (var node = 0; node < _nodeCount; node++)
        {
            if (Record(node, 0) >= end + DataSeparatorBytes || Record(node, 1) >= end + DataSeparatorBytes)
            {
                throw new InvalidDataException("A record points outside the file.");
            }
        }
    }

    private static int MetadataStart(byte[] bytes)
    {
        ReadOnlySpan<byte> marker = [0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8];
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - FurthestMarker));
        var at = tail.LastIndexOf(marker);
        return at < 0
            ? throw new InvalidDataException("It is not a MaxMind DB file, or it was cut short.")
            : bytes.Length - tail.Length + at + marker.Length;
    }
}
