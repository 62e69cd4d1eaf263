using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class Argon2Tests
{
    // By name: a public test cannot take an internal type.
    public static TheoryData<string> InstructionSets => [.. Enum.GetNames<Argon2InstructionSet>()];

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

    // RFC 9106 §5.
    private static string RfcVector(Argon2Variant variant, Argon2InstructionSet set)
    {
        var inputs = new Argon2Inputs(Repeated(1, 32), Repeated(2, 16))
        {
            Key = Repeated(3, 8),
            AssociatedData = Repeated(4, 12),
        };
        var tag = new byte[32];
        using var memory = new Argon2Memory(keptBlocks: 32);
        Argon2.Hash(new Argon2Parameters(variant, 32, 3, 4), inputs, tag, memory, set);
        return Convert.ToHexStringLower(tag);
    }

    private static byte[] Repeated(byte value, int count) => [.. Enumerable.Repeat(value, count)];
}
