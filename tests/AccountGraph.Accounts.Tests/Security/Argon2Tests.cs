using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class Argon2Tests
{
    private const string Password = "correct horse";
    private const string Salt = "somesalt12345678";

    // Those above the best one do not run on this processor.
    private static IEnumerable<Argon2InstructionSet> Supported =>
        Enum.GetValues<Argon2InstructionSet>().Where(set => set <= Argon2.BestInstructionSet);

    // By name: a public test cannot take an internal type.
    public static TheoryData<string> InstructionSets => [.. Supported.Select(set => set.ToString())];

    [Theory]
    [MemberData(nameof(InstructionSets))]
    public void The_vectors_of_rfc_9106_hold(string name)
    {
        var set = Enum.Parse<Argon2InstructionSet>(name);

        Assert.Equal(
            "512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb", RfcVector(Argon2Variant.D, set));
        Assert.Equal(
            "c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8", RfcVector(Argon2Variant.I, set));
        Assert.Equal(
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", RfcVector(Argon2Variant.Id, set));
    }

    // Recorded from Debian's argon2 0~20171227, password and salt as above. The memory need not divide evenly.
    [Theory]
    [InlineData("I", 256, 3, 1, "kU9cRwatlo47Kneh0RdNNjERlvs8+ocqxpz2z6VJ/QA=")]
    [InlineData("I", 8, 1, 1, "Ost+Xg==")]
    [InlineData("Id", 1024, 2, 4, "ipHJQSbZyb/7XnNwOdkC69ynKL81wtgaD2rNilYOFSw=")]
    [InlineData("Id", 19456, 2, 1, "oVLnFW4Vdd+KZaNyuHNZYDlTeeRDSkyoACLFGAAhgLc=")]
    [InlineData("Id", 100, 5, 3, "slJBvFRVtOpix3CfhyKsq8JOeir4sB24yhfjKnc7zX6Bw5sJiliFAEiRT0gXw6Ei/YxV0whc3W3jpZ5OPrno"
        + "FQ==")]
    [InlineData("D", 128, 1, 2, "odskn/rIRBI78yP8WtLvUzyTWolQeLUt")]
    public void Recorded_hashes_come_out_by_every_instruction_set(
        string variant, int memoryKiB, int iterations, int lanes, string expected)
    {
        var parameters = new Argon2Parameters(Enum.Parse<Argon2Variant>(variant), memoryKiB, iterations, lanes);
        var length = Convert.FromBase64String(expected).Length;

        foreach (var set in Supported)
        {
            Assert.Equal(expected, Convert.ToBase64String(Hash(parameters, Password, Salt, length, set)));
        }
    }

    [Fact]
    public async Task Random_cases_equal_the_reference_program()
    {
        for (var i = 0; i < 25; i++)
        {
            var lanes = RandomNumberGenerator.GetInt32(1, 9);
            var parameters = new Argon2Parameters(
                RandomNumberGenerator.GetItems(Enum.GetValues<Argon2Variant>(), 1)[0],
                RandomNumberGenerator.GetInt32(8 * lanes, 2000),
                RandomNumberGenerator.GetInt32(1, 5),
                lanes);
            var length = RandomNumberGenerator.GetInt32(4, 200);
            // The program takes no empty password and at most 127 bytes.
            var password = RandomNumberGenerator.GetHexString(RandomNumberGenerator.GetInt32(1, 127));
            var salt = RandomNumberGenerator.GetHexString(RandomNumberGenerator.GetInt32(8, 64));

            var reference = await ReferenceAsync(parameters, password, salt, length);

            foreach (var set in Supported)
            {
                var found = Convert.ToHexStringLower(Hash(parameters, password, salt, length, set));
                Assert.True(reference == found, $"{parameters} password {password} salt {salt} by {set}: {found}");
            }
        }
    }

    [Theory]
    [InlineData(7, 1, 1)]
    [InlineData(1024 * 1024 + 1, 1, 1)]
    [InlineData(64, 0, 1)]
    [InlineData(64, 65, 1)]
    [InlineData(64, 1, 0)]
    [InlineData(1024, 1, 65)]
    [InlineData(-1, 1, 1)]
    public void Parameters_beyond_the_caps_are_refused(int memoryKiB, int iterations, int lanes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hash(
            new Argon2Parameters(Argon2Variant.Id, memoryKiB, iterations, lanes),
            Password,
            Salt,
            32,
            Argon2InstructionSet.Scalar));

    [Fact]
    public unsafe void Memory_is_handed_back_cleared()
    {
        using var memory = new HashingMemory(keptBlocks: 64);
        Argon2.Hash(
            new Argon2Parameters(Argon2Variant.Id, 64, 1, 1),
            new Argon2Inputs("password"u8, "saltsalt"u8),
            new byte[32],
            memory);

        var words = new Span<ulong>(memory.Rent(64), 64 * Argon2.BlockWords);

        Assert.Equal(-1, words.IndexOfAnyExcept(0UL));
    }

    // RFC 9106 §5.
    private static string RfcVector(Argon2Variant variant, Argon2InstructionSet set)
    {
        var inputs = new Argon2Inputs(Repeated(1, 32), Repeated(2, 16))
        {
            Key = Repeated(3, 8),
            AssociatedData = Repeated(4, 12),
        };
        var tag = new byte[32];
        using var memory = new HashingMemory(keptBlocks: 32);
        Argon2.Hash(new Argon2Parameters(variant, 32, 3, 4), inputs, tag, memory, set);
        return Convert.ToHexStringLower(tag);
    }

    private static byte[] Hash(
        Argon2Parameters parameters, string password, string salt, int length, Argon2InstructionSet set)
    {
        var tag = new byte[length];
        using var memory = new HashingMemory(keptBlocks: 0);
        var inputs = new Argon2Inputs(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(salt));
        Argon2.Hash(parameters, inputs, tag, memory, set);
        return tag;
    }

    private static Task<string> ReferenceAsync(Argon2Parameters parameters, string password, string salt, int length)
    {
        int[] numbers = [parameters.Iterations, parameters.MemoryKiB, parameters.Lanes, length];
        var texts = numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        return CommandLine.RunAsync(
            "argon2",
            [
                salt,
                "-" + parameters.Variant.ToString().ToLowerInvariant(),
                "-t", texts[0], "-k", texts[1], "-p", texts[2], "-l", texts[3],
                "-r",
            ],
            password);
    }

    private static byte[] Repeated(byte value, int count) => [.. Enumerable.Repeat(value, count)];
}
