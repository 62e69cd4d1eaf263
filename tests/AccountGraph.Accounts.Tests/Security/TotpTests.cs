using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class TotpTests
{
    private static readonly byte[] RfcKey = "12345678901234567890"u8.ToArray();
    private static readonly Secret RfcSeed = new(Base32.Encode(RfcKey));

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(3, "969429")]
    [InlineData(4, "338314")]
    [InlineData(5, "254676")]
    [InlineData(6, "287922")]
    [InlineData(7, "162583")]
    [InlineData(8, "399871")]
    [InlineData(9, "520489")]
    public void The_vectors_of_rfc_4226_hold(long counter, string code) =>
        Assert.Equal(code, Totp.Hotp(RfcKey, counter, 6));

    // RFC 6238, appendix B.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_vectors_of_rfc_6238_hold(long seconds, string code)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.Hotp(RfcKey, Totp.StepAt(time), 8));
        Assert.Equal(Totp.StepAt(time), Totp.AcceptedStep(RfcSeed, code[2..], time, window: 0, lastStep: 0));
    }

    [Fact]
    public async Task Codes_equal_those_of_oathtool()
    {
        for (var i = 0; i < 20; i++)
        {
            var seed = Totp.NewSeed().Reveal();
            var time = DateTimeOffset.FromUnixTimeSeconds(RandomNumberGenerator.GetInt32(int.MaxValue));
            var at = time.ToString("yyyy-MM-dd HH:mm:ss UTC", CultureInfo.InvariantCulture);

            var code = await CommandLine.RunAsync("oathtool", ["--totp", "--base32", "--now", at, seed]);

            Assert.Equal(
                (seed, at, Totp.StepAt(time)),
                (seed, at, Totp.AcceptedStep(new Secret(seed), code, time, window: 0, lastStep: 0)));
        }
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, -1, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, -1, true)]
    [InlineData(1, 1, true)]
    [InlineData(1, -2, false)]
    [InlineData(1, 2, false)]
    public void Steps_beside_the_present_one_are_accepted_as_far_as_the_window_goes(
        int window, int distance, bool isAccepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepAt(now) + distance;

        var accepted = Totp.AcceptedStep(RfcSeed, Totp.Hotp(RfcKey, step, 6), now, window, lastStep: 0);

        Assert.Equal(isAccepted ? step : null, accepted);
    }

    [Fact]
    public void A_step_is_not_accepted_again_nor_an_earlier_one()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepAt(now);

        Assert.Null(Totp.AcceptedStep(RfcSeed, Totp.Hotp(RfcKey, step, 6), now, window: 1, lastStep: step));
        Assert.Null(Totp.AcceptedStep(RfcSeed, Totp.Hotp(RfcKey, step - 1, 6), now, window: 1, lastStep: step));
        Assert.Equal(
            step + 1, Totp.AcceptedStep(RfcSeed, Totp.Hotp(RfcKey, step + 1, 6), now, window: 1, lastStep: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData(" 287082")]
    [InlineData("२८७०८२")]
    [InlineData("287083")]
    public void Other_texts_are_no_codes(string code) =>
        Assert.Null(Totp.AcceptedStep(RfcSeed, code, DateTimeOffset.FromUnixTimeSeconds(59), window: 0, lastStep: 0));

    [Theory]
    [InlineData("")]
    [InlineData("not base32!")]
    public void A_broken_seed_accepts_nothing(string seed) =>
        Assert.Null(Totp.AcceptedStep(new Secret(seed), "287082", DateTimeOffset.UnixEpoch, window: 1, lastStep: 0));

    [Fact]
    public void A_new_seed_has_64_bytes()
    {
        var seed = Totp.NewSeed().Reveal();

        Assert.Matches("^[A-Z2-7]{103}$", seed);
        Assert.Equal(64, Base32.Decode(seed)!.Length);
        Assert.NotEqual(seed, Totp.NewSeed().Reveal());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_vectors_of_rfc_4648_hold(string text, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base32.Decode(encoded)!));
    }

    [Theory]
    [InlineData("My Shop", "a+b@example.org", "My%20Shop%3Aa%2Bb%40example.org?issuer=My%20Shop&secret=SEED")]
    [InlineData("A:B", "c:d@example.org", "AB%3Acd%40example.org?issuer=AB&secret=SEED")]
    public void The_provisioning_uri_names_issuer_and_account(string issuer, string account, string expected) =>
        Assert.Equal("otpauth://totp/" + expected, Totp.ProvisioningUri(issuer, account, new Secret("SEED")));
}
