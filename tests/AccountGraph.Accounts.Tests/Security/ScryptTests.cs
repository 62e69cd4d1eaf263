using System.Text;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class ScryptTests
{
    // RFC 7914 §12, but for the last vector, which takes a gigabyte.
    [Theory]
    [InlineData(
        "",
        "",
        4,
        1,
        1,
        "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d" +
        "3628cf35e20c38d18906")]
    [InlineData(
        "password",
        "NaCl",
        10,
        8,
        16,
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83" +
        "ee6d8360cbdfa2cc0640")]
    [InlineData(
        "pleaseletmein",
        "SodiumChloride",
        14,
        8,
        1,
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d65" +
        "1e40dfcf017b45575887")]
    public void The_vectors_of_rfc_7914_hold(
        string password, string salt, int logCost, int blockSize, int parallelism, string expected)
    {
        using var memory = new HashingMemory(keptBlocks: 0);
        var tag = new byte[64];

        Scrypt.Hash(
            new ScryptParameters(logCost, blockSize, parallelism),
            Encoding.UTF8.GetBytes(password),
            Encoding.UTF8.GetBytes(salt),
            tag,
            memory);

        Assert.Equal(expected, Convert.ToHexStringLower(tag));
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(21, 8, 1)]
    [InlineData(20, 16, 1)]
    [InlineData(14, 0, 1)]
    [InlineData(14, 8, 17)]
    public void Parameters_beyond_the_caps_are_not_allowed(int logCost, int blockSize, int parallelism) =>
        Assert.False(new ScryptParameters(logCost, blockSize, parallelism).AreAllowed);
}
